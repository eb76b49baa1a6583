import { ruleAnchor } from '../../links.ts';
import { ruleGroups, ruleIds, rules, type RuleId } from '../../playbook/rules/rules.ts';
import type { RuleExample, Severity } from '../../playbook/rules/rule.ts';
import { counted } from '../../lib/counted.ts';

/** A file of an example. */
export interface ExampleFile {
  path: string;
  /** Its text, in which signs that readers would not see are written as their code points. */
  text: string;
  /** What the text cannot show: "saved in UTF-16". */
  note: string;
}

/** A rule of the catalogue. */
export interface RuleView {
  id: RuleId;
  anchor: string;
  title: string;
  severity: Severity;
  explanation: string;
  advice: string;
  /** Where it is checked, if that is not the folder of agents. */
  where: string;
  bad: ExampleFile[];
  good: ExampleFile[];
}

/** The page of all rules. */
export interface RulesView {
  summary: string;
  groups: { title: string; anchor: string; rules: RuleView[] }[];
}

const places = {
  folder: '',
  file: 'The check lists such files as skipped.',
  topics: 'It is checked while the site is built.',
  budget: 'The setting `budget` is the number of tokens.',
  ranking: '',
  drawing: 'It is checked while the site is built, and shown on the page of the agent.',
} as const;

/** Returns the catalogue of rules, in its order. */
export function rulesView(): RulesView {
  return {
    summary: `${counted(ruleIds.length, 'rule')}, each with an example that is tested.`,
    groups: ruleGroups.map(({ title, rules: group }) => ({
      title,
      anchor: `playbook:${title.toLowerCase().replaceAll(' ', '-')}`,
      rules: (Object.keys(group) as RuleId[]).map(ruleView),
    })),
  };
}

function ruleView(id: RuleId): RuleView {
  const { title, severity, explanation, advice, bad, good, checkedIn = 'folder' } = rules[id];
  return {
    id,
    anchor: ruleAnchor(id),
    title,
    severity,
    explanation,
    advice,
    where: places[checkedIn],
    bad: exampleFiles(bad),
    good: exampleFiles(good),
  };
}

function exampleFiles({ files, encoding, unreadable }: RuleExample): ExampleFile[] {
  const note = unreadable === undefined ? (encoding === undefined ? '' : `saved in ${encoding}`) : 'cannot be opened';
  return Object.entries(files).map(([path, text]) => ({
    path,
    text: withVisibleCharacters(text).replace(/\n$/, ''),
    note: text === '' ? 'empty' : note,
  }));
}

/** Writes special spaces and signs without a shape as their code points. */
function withVisibleCharacters(text: string): string {
  return text.replace(/[\u00A0\u200B-\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
