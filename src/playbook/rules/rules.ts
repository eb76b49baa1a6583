import { fileRules } from './file-rules.ts';
import { folderRules } from './folder-rules.ts';
import { frontMatterRules } from './front-matter-rules.ts';
import { keyRules } from './key-rules.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text-rules.ts';
import { toolRules } from './tool-rules.ts';
import { topicsRules } from './topics-rules.ts';

/** The parts of the catalogue, with a title for readers. */
export const ruleGroups = [
  { title: 'The file', rules: fileRules },
  { title: 'Front matter', rules: frontMatterRules },
  { title: 'Keys', rules: keyRules },
  { title: 'Tools and contradictions', rules: toolRules },
  { title: 'Text', rules: textRules },
  { title: 'The folder', rules: folderRules },
  { title: 'The topics file', rules: topicsRules },
] as const satisfies readonly { title: string; rules: Record<string, Rule> }[];

type KeyOf<Rules> = Rules extends unknown ? keyof Rules : never;

export type RuleId = KeyOf<(typeof ruleGroups)[number]['rules']>;

/** The catalogue: every kind of problem, by its id. A new rule is an entry in one of its parts. */
export const rules = Object.assign({}, ...ruleGroups.map((group) => group.rules)) as Readonly<Record<RuleId, Rule>>;

/** The ids of all rules, in the order of the catalogue. */
export const ruleIds = Object.keys(rules) as RuleId[];
