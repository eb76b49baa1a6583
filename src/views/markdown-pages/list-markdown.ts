import { abilities } from '../../playbook/access.ts';
import { abilityLabels, grantLabels, type AccessView } from '../access/access-view.ts';
import type { CatalogueView } from '../agent/catalogue.ts';
import type { TreeSummary } from '../decide/trees.ts';
import type { DelegationView } from '../delegation/delegation-view.ts';
import type { ProblemsView } from '../problems/problems-view.ts';
import type { RulesView } from '../problems/rules-view.ts';
import type { ElementIndexView } from '../shared/element-index.ts';
import type { OriginView } from '../shared/origin.ts';
import { depthLabels } from '../topics/coverage-view.ts';
import type { TopicsView } from '../topics/topics-view.ts';
import { agentPath, href } from '../../links.ts';
import { routeText } from './element-markdown.ts';
import { blocks, bullets, fence, link, plain, table } from './markdown-text.ts';

/** Returns the markdown version of the catalogue. */
export function catalogueMarkdown({ entries, cost }: CatalogueView): string {
  return blocks(
    '# Agents',
    `> ${cost}`,
    bullets(
      entries.map(({ card: { id, name, summary, covers, model, toolsText } }) => {
        const topics = covers.length === 0 ? '' : ` Covers ${covers.map(plain).join(', ')}.`;
        return `${link(name, href(agentPath(id)))}: ${plain(summary)}${topics} Model: ${plain(model)}. Tools: ${plain(toolsText)}.`;
      }),
    ),
  );
}

/** Returns the markdown version of the list of decision trees. */
export function treesMarkdown(trees: readonly TreeSummary[]): string {
  return blocks(
    '# Decide',
    '> Answer a few questions to see which agents should do the work.',
    bullets(
      trees.map(({ title, href, count, from, asks }) => {
        const questions = asks.map((question) => plain(question)).join(' ');
        return `${link(title, href)}: ${count}, from ${link(from.label, from.href)}. ${questions}`;
      }),
    ),
  );
}

/** Returns the markdown version of a page that lists all elements of some kinds. */
export function elementsMarkdown(
  title: string,
  { summary, groups }: ElementIndexView<{ title: string; href: string; count: string; origin: OriginView }>,
): string {
  return blocks(
    `# ${title}`,
    summary !== '' && `> ${plain(summary)}.`,
    ...groups.map((group) =>
      blocks(
        `## ${group.title}`,
        group.explanation,
        bullets(
          group.entries.map(
            ({ title: name, href, count, origin }) =>
              `${link(name, href)}: ${count}, from ${link(origin.agent, origin.href)}`,
          ),
        ),
      ),
    ),
  );
}

/** Returns the markdown version of the list of topics, with the agents of each depth, or their number if they are many. */
export function topicsMarkdown({ summary, columns, rows }: TopicsView): string {
  const depths = Object.entries(depthLabels);
  return blocks(
    '# Topics',
    summary !== '' && `> ${summary}.`,
    rows.length > 0 &&
      table(
        ['Topic', ...depths.map(([, label]) => label)],
        rows.map(({ title, href, cells, counts }) => [
          link(title, href),
          ...depths.map(([depth]) => {
            const agents = cells.flatMap((cell) => (cell?.depth === depth ? [link(cell.agent, cell.href)] : []));
            return columns.length > 0 ? agents.join(', ') : String(counts[depth as keyof typeof counts]);
          }),
        ]),
      ),
  );
}

/** Returns the markdown version of the delegation page. */
export function delegationMarkdown({ summary, sections }: DelegationView): string {
  return blocks(
    '# Delegation',
    summary !== '' && `> ${summary}.`,
    ...sections.map(({ title, explanation, agents }) =>
      blocks(
        `## ${title}`,
        explanation,
        ...agents.map(({ name, href, groups }) =>
          blocks(
            `### ${link(name, href)}`,
            table(
              ['Task', 'Agents', 'Group'],
              groups.flatMap((group) =>
                group.rows.map(({ task, route, wording }) => [
                  plain(task),
                  [wording === undefined ? '' : plain(wording), route ? routeText(route) : ''].join(' ').trim(),
                  link(group.title, group.href),
                ]),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Returns the markdown version of the table of what each agent may do. */
export function accessMarkdown({ summary, rows }: AccessView): string {
  return blocks(
    '# Access',
    summary !== '' && `> What each agent may do, by its file: ${summary}.`,
    rows.length > 0 &&
      table(
        ['Agent', ...abilities.map((ability) => abilityLabels[ability].column), 'Tools'],
        rows.map(({ name, href, cells, note }) => [
          link(name, href),
          ...cells.map(({ grant }) => grantLabels[grant]),
          plain(note),
        ]),
      ),
  );
}

/** Returns the markdown version of the list of problems. */
export function problemsMarkdown({ summary, files }: ProblemsView): string {
  return blocks(
    '# Problems',
    `> ${summary}`,
    ...files.map(({ name, href, path, counts, problems }) =>
      blocks(
        `## ${link(name, href)}`,
        plain(`${path}: ${counts}.`),
        bullets(
          problems.map(({ place, text, rule, href: address }) => `${place}: ${plain(text)} (${link(rule, address)})`),
        ),
      ),
    ),
  );
}

/** Returns the markdown version of the catalogue of rules. */
export function rulesMarkdown({ summary, groups }: RulesView): string {
  const files = (label: string, some: RulesView['groups'][number]['rules'][number]['bad']) =>
    some.map(({ path, text, note }) =>
      blocks(`${label}, ${plain(path)}${note === '' ? '' : `, ${note}`}:`, fence(text, 'text')),
    );
  return blocks(
    '# Rules',
    `> What the check of a folder of agents reports. ${summary}`,
    ...groups.map(({ title, rules }) =>
      blocks(
        `## ${title}`,
        ...rules.map((rule) =>
          blocks(
            `### ${plain(rule.title)}`,
            `${rule.id}, ${rule.severity}. ${plain(rule.explanation)} ${plain(rule.advice)} ${rule.where}`.trim(),
            ...files('Bad', rule.bad),
            ...files('Good', rule.good),
          ),
        ),
      ),
    ),
  );
}
