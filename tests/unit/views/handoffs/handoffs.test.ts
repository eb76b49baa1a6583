import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../../../src/playbook/playbook.ts';
import { handoffFormView, type FormPart } from '../../../../src/views/handoffs/handoff-form.ts';
import { handoffsOf, handoffsView, handoffView } from '../../../../src/views/handoffs/handoffs.ts';
import { playbookOf } from '../playbook-of.ts';

const template = `### To Pastry Specialists

\`\`\`markdown
## Cake request
**Size**: [Small/Large]
**Fillings**: [Cream, fruit, nuts]
**Notes**: []
\`\`\`
`;

const delegations = `## Delegation

- Wedding cakes → @pastry-chef
- Bread for the week → @bread-baker
`;

const message = `# Reporting

Tell the \`oven-keeper\` first: \`{"requesting_agent": "baker", "request_type": "heat", "oven": {"degrees": 230, "steam": true, "rack": {"height": 2}}, "until": "noon"}\`
`;

const bakery = playbookOf({ baker: `# Work\n\n${template}\n${delegations}\n${message}`, gardener: '# Beds\n' });

function pageOf(playbook: Playbook, id: string) {
  const all = handoffsOf(playbook);
  const placed = all.find((one) => one.id === id);
  if (!placed) throw new Error(`There is no form ${id}, only ${all.map((one) => one.id).join(', ')}.`);
  return handoffView(placed, all);
}

/** Labels of the fields; those of an object are in brackets after its name. */
function labels(parts: readonly FormPart[]): string[] {
  return parts.map((part) => ('parts' in part ? `${part.legend}(${labels(part.parts).join(' ')})` : part.field.label));
}

describe('the list of templates and messages', () => {
  it('counts both with their fields', () => {
    expect(handoffsView(bakery).summary).toBe('1 template with 3 fields; 1 message with 6 fields');
  });

  it('groups them, with their recipients and the labels of their fields', () => {
    const { groups } = handoffsView(bakery);
    expect(
      groups.map(({ title, entries }) => [title, entries.map((entry) => [entry.recipient, entry.labels])]),
    ).toEqual([
      ['Handoff templates', [['To Pastry Specialists', 'Size, Fillings, Notes']]],
      ['Messages', [['', 'requesting_agent, request_type, degrees, steam, height, until']]],
    ]);
  });

  it('has neither groups nor counts if there are none', () => {
    expect(handoffsView(playbookOf({ gardener: '# Beds\n' }))).toEqual({ summary: '', groups: [] });
  });
});

describe('the page of a template', () => {
  it('names its kind, and stores drafts under its path', () => {
    const view = pageOf(bakery, 'baker-cake-request');
    expect(view).toMatchObject({ kind: 'Handoff template', count: '3 fields', title: 'Cake request' });
    expect(view.form.storeKey).toBe('playbook:/handoffs/baker-cake-request/');
    expect(view.form.fileName).toBe('cake-request.md');
    expect(view.others.map(({ title }) => title)).toEqual(['Context request']);
  });

  it('suggests the agents in the same file that match its heading', () => {
    expect(pageOf(bakery, 'baker-cake-request').suggested).toEqual(['pastry-chef']);
  });

  it('shows the text as written while nothing is filled', () => {
    const { form } = pageOf(bakery, 'baker-cake-request');
    expect(form.segments.map(({ text }) => text).join('')).toBe(form.text);
    expect(form.text).toContain('**Notes**: []');
  });

  it('gives each field a unique id, even among several forms of an agent', () => {
    const ids = handoffsOf(bakery).flatMap(({ id, element }) => {
      const idsIn = (parts: readonly FormPart[]): string[] =>
        parts.flatMap((part) => ('parts' in part ? idsIn(part.parts) : [part.field.id]));
      return idsIn(handoffFormView(id, element).parts);
    });
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('playbook:'))).toBe(true);
  });
});

describe('the page of a message', () => {
  it('groups the fields of objects under their names, in the order of the message', () => {
    const { form } = pageOf(bakery, 'baker-context-request');
    expect(labels(form.parts)).toEqual([
      'requesting_agent',
      'request_type',
      'oven(degrees steam rack(height))',
      'until',
    ]);
    expect(form.fileName).toBe('context-request.json');
  });

  it('contains the author’s introduction, without the JSON', () => {
    expect(pageOf(bakery, 'baker-context-request').lead).toBe('Tell the oven-keeper first:');
  });
});

describe('the hint of a field', () => {
  it('is called a sample in a message, and explains how to type a list', () => {
    const text = '{"status": "open", "agent": "baker", "loaves": ["rye", "spelt"]}';
    const playbook = playbookOf({ baker: `# Report\n\n\`\`\`json\n${text}\n\`\`\`\n` });
    const [placed] = handoffsOf(playbook);
    if (!placed) throw new Error('There is no message.');
    const leads = handoffFormView(placed.id, placed.element).parts.map(
      (part) => 'field' in part && part.field.hintLead,
    );
    expect(leads).toEqual(['Example:', 'Example:', 'Example, one per line:']);
  });
});
