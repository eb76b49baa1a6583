import { agentPath, href, rulePath, topicsPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { inFileOrder, type Problem } from '../../playbook/problems.ts';
import { ruleIds, rules, type RuleId } from '../../playbook/rules/rules.ts';
import type { Severity } from '../../playbook/rules/rule.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { confusionProblems } from '../find/confusion-problems.ts';
import { displayPath, repositoryUrl } from '../shared/file-path.ts';
import { counted } from '../../lib/counted.ts';
import { severities, severityLabels } from './severities.ts';

/** One problem as readers see it. */
export interface ProblemView {
  severity: Severity;
  rule: RuleId;
  /** The page of the rule. */
  href: string;
  place: string;
  /** The line in the repository, if the site has one. */
  source?: string;
  /** What is wrong and what to do, with code between backticks. */
  text: string;
}

/** The file that a problem is in: that of an agent, or of the topics. */
interface FileLink {
  name: string;
  href: string;
  path: string;
}

/** A file with problems. */
export interface ProblemFile extends FileLink {
  accent: Accent;
  monogram: string;
  /** "1 error, 2 warnings". */
  counts: string;
  problems: ProblemView[];
}

/** A problem with its file. */
export interface ProblemEntry {
  problem: ProblemView;
  file: FileLink;
}

/** A rule that is broken somewhere. */
export interface BrokenRule {
  id: RuleId;
  title: string;
  href: string;
  severity: Severity;
  /** For sorting: the worst first. */
  rank: number;
  problems: number;
  files: number;
}

/** The health of the whole folder. */
export interface ProblemsView {
  summary: string;
  totals: { severity: Severity; label: string; count: number }[];
  rules: BrokenRule[];
  /** In reading order; for a page that has room for all problems. */
  files: ProblemFile[];
  /** All problems, the worst first; for a list of several pages. */
  entries: ProblemEntry[];
  facets: { id: string; label: string; values: { value: string; label: string; count: number }[] }[];
}

/** Returns all problems of the agents and of the topics file, by severity, rule and file. */
export function problemsView(playbook: Playbook, topics: Topics): ProblemsView {
  const { agents } = playbook;
  const confused = Map.groupBy(confusionProblems(playbook, topics), ({ file }) => file);
  const ofAgents = agents.map((agent) => ({
    name: agent.name,
    href: href(agentPath(agent.id)),
    path: agent.source.path,
    accent: accentOf(agent.name, agent.color),
    found: inFileOrder([...agent.problems, ...(confused.get(agent.source.path) ?? [])]),
    sourceOf: (line: number) => lineUrl(displayPath(agent.source.path), line),
  }));
  const ofTopics = {
    name: 'Topics',
    href: href(topicsPath),
    path: topics.file,
    accent: accentOf('Topics', undefined),
    found: topics.problems,
    sourceOf: (line: number) => lineUrl(topics.file, line),
  };
  const files = [...ofAgents, ofTopics].filter(({ found }) => found.length > 0);
  const all = files.flatMap(({ found }) => found);
  const totals = severities.map((severity) => ({
    severity,
    label: severityLabels[severity].many,
    count: all.filter((problem) => problem.severity === severity).length,
  }));
  const broken = brokenRules(all);
  const facets = [
    {
      id: 'severity',
      label: 'Severity',
      values: totals.map(({ severity, label, count }) => ({ value: severity, label, count })),
    },
    {
      id: 'rule',
      label: 'Rule',
      values: broken.map(({ id, title, problems }) => ({ value: id, label: title, count: problems })),
    },
  ].map((facet) => ({ ...facet, values: facet.values.filter(({ count }) => count > 0) }));
  const shownFiles = files.map(({ found, sourceOf, ...file }) => ({
    ...file,
    monogram: monogramOf(file.name),
    counts: countsOf(found),
    problems: found.map((problem) => problemView(problem, sourceOf(problem.line))),
  }));
  return {
    summary: summaryOf(all, agents.length),
    totals,
    rules: broken,
    files: shownFiles,
    entries: worstFirst(shownFiles),
    facets: facets.filter(({ values }) => values.length > 1),
  };
}

function worstFirst(files: readonly ProblemFile[]): ProblemEntry[] {
  return files
    .flatMap(({ name, href, path, problems }) => problems.map((problem) => ({ problem, file: { name, href, path } })))
    .sort((a, b) => severities.indexOf(a.problem.severity) - severities.indexOf(b.problem.severity));
}

function problemView({ severity, rule, line, column, message, advice }: Problem, source?: string): ProblemView {
  return {
    severity,
    rule,
    href: href(rulePath(rule)),
    place: `line ${String(line)}, column ${String(column)}`,
    ...(source === undefined ? {} : { source }),
    text: `${message} ${advice}`,
  };
}

function lineUrl(path: string, line: number): string | undefined {
  const url = repositoryUrl(path);
  return url && `${url}#L${String(line)}`;
}

function brokenRules(all: readonly Problem[]): BrokenRule[] {
  const byRule = Map.groupBy(all, ({ rule }) => rule);
  return ruleIds
    .flatMap((id) => {
      const found = byRule.get(id) ?? [];
      const { title, severity } = rules[id];
      const files = new Set(found.map(({ file }) => file)).size;
      const rank = severities.length - severities.indexOf(severity);
      return found.length === 0
        ? []
        : [{ id, title, severity, rank, href: href(rulePath(id)), problems: found.length, files }];
    })
    .sort((a, b) => b.rank - a.rank || b.problems - a.problems);
}

function countsOf(problems: readonly Problem[]): string {
  return severities
    .map((severity) => ({ severity, count: problems.filter((problem) => problem.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => countedSeverity(severity, count))
    .join(', ');
}

function countedSeverity(severity: Severity, count: number): string {
  const { one, many } = severityLabels[severity];
  return `${String(count)} ${(count === 1 ? one : many).toLowerCase()}`;
}

function summaryOf(all: readonly Problem[], agents: number): string {
  if (agents === 0) return 'What is wrong in the files of the agents.';
  return all.length === 0
    ? `No problems in ${counted(agents, 'file')}.`
    : `What is wrong in the files, and what is worth knowing: ${countsOf(all)} in ${counted(agents, 'file')}.`;
}
