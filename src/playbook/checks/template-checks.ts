import { matchesRecipient } from '../roster/recipients.ts';
import type { Check } from './folder.ts';

/** Headings that address an agent or a team: “To the security specialists”, “Handoff to QA”. */
const address = /^(?:hand-?(?:off|over)s? )?to (?!do\b|be\b)\S/i;

/** Reports handoff templates whose recipient matches no name on the roster. */
export const checkTemplates: Check = ({ agents, roster }, report) => {
  for (const { agent } of agents) {
    for (const element of agent.elements) {
      if (element.kind !== 'handoff-template' || element.purpose !== 'handoff') continue;
      const { recipient } = element;
      if (!address.test(recipient) || roster.some(({ name }) => matchesRecipient(recipient, name.toLowerCase())))
        continue;
      report('template-unreceived', agent, { line: element.from, column: 1 }, recipient);
    }
  }
};
