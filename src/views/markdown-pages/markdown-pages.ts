import {
  accessPath,
  agentPath,
  agentsPath,
  decidePath,
  delegationPath,
  flowsPath,
  gatesPath,
  guidePath,
  handoffsPath,
  problemsPath,
  rosterEntryPath,
  rosterPath,
  rulesPath,
  topicPath,
  topicsPath,
} from '../../links.ts';
import { elementsOfKind } from '../../playbook/playbook.ts';
import { accessView } from '../access/access-view.ts';
import { catalogueView } from '../agent/catalogue.ts';
import { treesView } from '../decide/trees.ts';
import { delegationView } from '../delegation/delegation-view.ts';
import { flowsOf, flowsView } from '../flows/flows.ts';
import { gatesOf, gatesView } from '../gates/gates.ts';
import { handoffsOf, handoffsView } from '../handoffs/handoffs.ts';
import { problemsView } from '../problems/problems-view.ts';
import { rulesView } from '../problems/rules-view.ts';
import { rosterEntryView, rosterView } from '../roster/roster-view.ts';
import { placeOf } from '../shared/origin.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { mentionedTopics } from '../topics/coverage-view.ts';
import { topicView } from '../topics/topic.ts';
import { topicsView } from '../topics/topics-view.ts';
import { agentMarkdown } from './agent-markdown.ts';
import { flowMarkdown, gateMarkdown, handoffMarkdown, treeMarkdown } from './element-markdown.ts';
import { guideListMarkdown, guideMarkdown, type GuideEntry } from './guide-markdown.ts';
import {
  accessMarkdown,
  catalogueMarkdown,
  delegationMarkdown,
  elementsMarkdown,
  problemsMarkdown,
  rulesMarkdown,
  topicsMarkdown,
  treesMarkdown,
} from './list-markdown.ts';
import { llmsText } from './llms.ts';
import { rosterEntryMarkdown, rosterMarkdown } from './roster-markdown.ts';
import { topicMarkdown } from './topic-markdown.ts';
import type { MarkdownSource } from './markdown-source.ts';

/** A page in markdown. */
export interface MarkdownPage {
  /** The path of the page. */
  page: `/${string}`;
  /** Returns its text. */
  markdown: () => string | Promise<string>;
}

/** Returns the markdown versions of all pages that have one (`markdown-path.ts`). Each text is made only when it is requested. */
export function markdownPages(source: MarkdownSource): MarkdownPage[] {
  const { playbook, topics, guide, samples } = source;
  const index = playbookIndex(playbook);
  const page = (path: `/${string}`, markdown: MarkdownPage['markdown']): MarkdownPage => ({ page: path, markdown });
  const pathOfGuide = ({ id }: GuideEntry) => `${guidePath}${id}/` as const;
  return [
    page('/', () => llmsText(source)),
    page(agentsPath, () => catalogueMarkdown(catalogueView(playbook, topics))),
    ...playbook.agents.map((agent) => page(agentPath(agent.id), () => agentMarkdown(agent, playbook, topics))),
    page(accessPath, () => accessMarkdown(accessView(playbook))),
    page(delegationPath, () => delegationMarkdown(delegationView(playbook))),
    page(decidePath, () => treesMarkdown(treesView(playbook))),
    ...elementsOfKind(playbook, 'decision-tree').map((tree) => page(placeOf(tree), () => treeMarkdown(tree, index))),
    page(flowsPath, () => elementsMarkdown('Flows', flowsView(playbook, index.lookup))),
    ...flowsOf(playbook).map((flow) => page(placeOf(flow), () => flowMarkdown(flow, index))),
    page(gatesPath, () => elementsMarkdown('Gates', gatesView(playbook))),
    ...gatesOf(playbook).map((gate) => page(placeOf(gate), () => gateMarkdown(gate, index))),
    page(handoffsPath, () => elementsMarkdown('Handoffs', handoffsView(playbook))),
    ...handoffsOf(playbook).map((handoff) => page(placeOf(handoff), () => handoffMarkdown(handoff))),
    page(topicsPath, () => topicsMarkdown(topicsView(playbook, topics))),
    ...mentionedTopics(playbook, topics).map((topic) =>
      page(topicPath(topic.topic.id), () => topicMarkdown(topicView(topic, playbook, topics))),
    ),
    page(rosterPath, () => rosterMarkdown(rosterView(playbook))),
    ...playbook.roster.map((entry) =>
      page(rosterEntryPath(entry.id), () => rosterEntryMarkdown(rosterEntryView(entry, playbook))),
    ),
    page(problemsPath, () => problemsMarkdown(problemsView(playbook, topics))),
    page(rulesPath, () => rulesMarkdown(rulesView())),
    page(guidePath, () => guideListMarkdown(guide.map((entry) => ({ ...entry, path: pathOfGuide(entry) })))),
    ...guide.map((entry) => page(pathOfGuide(entry), () => guideMarkdown(entry, samples))),
  ];
}
