import type { APIRoute, GetStaticPaths } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import AccessTableRow from '../../components/access/AccessTableRow.astro';
import AgentCard from '../../components/agent/AgentCard.astro';
import DelegationTask from '../../components/delegation/DelegationTask.astro';
import { toItemColumns } from '../../components/filter/item-columns.ts';
import FlowEntry from '../../components/flow/FlowEntry.astro';
import GateEntry from '../../components/gate/GateEntry.astro';
import HandoffEntry from '../../components/handoff/list/HandoffEntry.astro';
import PluginArchive from '../../components/install/PluginArchive.astro';
import ProblemItem from '../../components/problem/ProblemItem.astro';
import RosterItem from '../../components/roster/RosterItem.astro';
import { agentBytes } from '../../content/agent-bytes.ts';
import { loadPlaybook } from '../../content/agents.ts';
import { loadTopics } from '../../content/load-topics.ts';
import {
  accessPath,
  agentsPath,
  delegationPath,
  flowsPath,
  gatesPath,
  handoffsPath,
  installPath,
  problemsPath,
  rosterPath,
} from '../../links.ts';
import { accessView } from '../../views/access/access-view.ts';
import { catalogueView } from '../../views/agent/catalogue.ts';
import { delegationView } from '../../views/delegation/delegation-view.ts';
import { flowsIndex } from '../../views/flows/flows.ts';
import { gatesIndex } from '../../views/gates/gates.ts';
import { handoffsIndex } from '../../views/handoffs/handoffs.ts';
import { installView } from '../../views/install/install.ts';
import { sitePlugins } from '../../views/install/plugins.ts';
import { problemsView } from '../../views/problems/problems-view.ts';
import { rosterView } from '../../views/roster/roster-view.ts';
import { isPaged } from '../../views/shared/index-page.ts';

/** The entries of an index, and the component that renders each of them on the pages. */
interface Entries extends Record<string, unknown> {
  component: AstroComponentFactory;
  props: Record<string, unknown>[];
}

export const getStaticPaths = (async () => {
  const [playbook, topics] = await Promise.all([loadPlaybook(), loadTopics()]);
  const elements = (component: AstroComponentFactory, entries: readonly object[]): Entries => ({
    component,
    props: entries.map((entry) => ({ entry, level: 2, withOrigin: true })),
  });
  const indexes: Record<string, Entries> = {
    [agentsPath]: {
      component: AgentCard,
      props: catalogueView(playbook, topics).entries.map((entry) => ({ ...entry, level: 2 })),
    },
    [accessPath]: {
      component: AccessTableRow,
      props: accessView(playbook).rows.map((row) => ({ row, isInLongTable: true })),
    },
    [installPath]: {
      component: PluginArchive,
      props: installView(await sitePlugins(playbook, agentBytes)).plugins.map((plugin) => ({ plugin })),
    },
    [problemsPath]: {
      component: ProblemItem,
      props: problemsView(playbook, topics).entries.map((entry) => ({ ...entry, isFileShown: true })),
    },
    [rosterPath]: { component: RosterItem, props: rosterView(playbook).items.map((item) => ({ item })) },
    [flowsPath]: elements(FlowEntry, flowsIndex(playbook).entries),
    [gatesPath]: elements(GateEntry, gatesIndex(playbook).entries),
    [handoffsPath]: elements(HandoffEntry, handoffsIndex(playbook).entries),
    [delegationPath]: {
      component: DelegationTask,
      props: delegationView(playbook).tasks.map((task) => ({ task })),
    },
  };
  return Object.entries(indexes)
    .filter(([, { props }]) => isPaged(props.length))
    .map(([path, entries]) => ({ params: { index: path.replaceAll('/', '') }, props: entries }));
}) satisfies GetStaticPaths;

/** All entries of a long index, for `<filtered-list>`: the page itself has only the first. */
export const GET: APIRoute<Entries> = async ({ props: { component, props } }) => {
  const container = await AstroContainer.create();
  const items: string[] = [];
  for (const one of props) items.push((await container.renderToString(component, { props: one })).trim());
  return Response.json(toItemColumns(items));
};
