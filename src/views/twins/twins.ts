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
import { accessView } from '../access/access.ts';
import { catalogueView } from '../agent/catalogue.ts';
import { treesView } from '../decide/trees.ts';
import { delegationView } from '../delegation/delegation.ts';
import { flowsOf, flowsView } from '../flows/flows.ts';
import { gatesOf, gatesView } from '../gates/gates.ts';
import { handoffsOf, handoffsView } from '../handoffs/handoffs.ts';
import { problemsView } from '../problems/problems.ts';
import { rulesView } from '../problems/rules.ts';
import { rosterEntryView, rosterView } from '../roster/roster.ts';
import { placeOf } from '../shared/origin.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { mentionedTopics } from '../topics/coverage.ts';
import { topicView } from '../topics/topic.ts';
import { topicsView } from '../topics/topics.ts';
import { agentTwin } from './agent-twin.ts';
import { flowTwin, gateTwin, handoffTwin, treeTwin } from './element-twins.ts';
import { guideListTwin, guideTwin, type GuideEntry } from './guide-twin.ts';
import {
  accessTwin,
  catalogueTwin,
  delegationTwin,
  elementsTwin,
  problemsTwin,
  rulesTwin,
  topicsTwin,
  treesTwin,
} from './list-twins.ts';
import { llmsText } from './llms.ts';
import { rosterEntryTwin, rosterTwin } from './roster-twins.ts';
import { topicTwin } from './topic-twin.ts';
import type { TwinSource } from './twin-source.ts';

/** A page in markdown. */
export interface Twin {
  /** The path of the page. */
  page: `/${string}`;
  /** Returns its text. */
  markdown: () => string | Promise<string>;
}

/** Returns the twins of all pages that have one (`twin-path.ts`). Their texts are made only when they are asked for. */
export function twins(source: TwinSource): Twin[] {
  const { playbook, topics, guide, samples } = source;
  const index = playbookIndex(playbook);
  const twin = (page: `/${string}`, markdown: Twin['markdown']): Twin => ({ page, markdown });
  const pathOfGuide = ({ id }: GuideEntry) => `${guidePath}${id}/` as const;
  return [
    twin('/', () => llmsText(source)),
    twin(agentsPath, () => catalogueTwin(catalogueView(playbook, topics))),
    ...playbook.agents.map((agent) => twin(agentPath(agent.id), () => agentTwin(agent, playbook, topics))),
    twin(accessPath, () => accessTwin(accessView(playbook))),
    twin(delegationPath, () => delegationTwin(delegationView(playbook))),
    twin(decidePath, () => treesTwin(treesView(playbook))),
    ...elementsOfKind(playbook, 'decision-tree').map((tree) => twin(placeOf(tree), () => treeTwin(tree, index))),
    twin(flowsPath, () => elementsTwin('Flows', flowsView(playbook, index.lookup))),
    ...flowsOf(playbook).map((flow) => twin(placeOf(flow), () => flowTwin(flow, index))),
    twin(gatesPath, () => elementsTwin('Gates', gatesView(playbook))),
    ...gatesOf(playbook).map((gate) => twin(placeOf(gate), () => gateTwin(gate, index))),
    twin(handoffsPath, () => elementsTwin('Handoffs', handoffsView(playbook))),
    ...handoffsOf(playbook).map((handoff) => twin(placeOf(handoff), () => handoffTwin(handoff))),
    twin(topicsPath, () => topicsTwin(topicsView(playbook, topics))),
    ...mentionedTopics(playbook, topics).map((topic) =>
      twin(topicPath(topic.topic.id), () => topicTwin(topicView(topic, playbook, topics))),
    ),
    twin(rosterPath, () => rosterTwin(rosterView(playbook))),
    ...playbook.roster.map((entry) =>
      twin(rosterEntryPath(entry.id), () => rosterEntryTwin(rosterEntryView(entry, playbook))),
    ),
    twin(problemsPath, () => problemsTwin(problemsView(playbook, topics))),
    twin(rulesPath, () => rulesTwin(rulesView())),
    twin(guidePath, () => guideListTwin(guide.map((entry) => ({ ...entry, path: pathOfGuide(entry) })))),
    ...guide.map((entry) => twin(pathOfGuide(entry), () => guideTwin(entry, samples))),
  ];
}
