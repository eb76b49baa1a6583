import { slug } from 'github-slugger';
import type { Nodes } from 'mdast';
import type { Agent } from '../agent.ts';
import { filesOf, joinPath, linkTarget, type LinkTarget } from '../file-links.ts';
import type { Position } from '../problems.ts';
import type { Check } from './folder.ts';

interface WrittenLink extends Position {
  url: string;
}

type FileTarget = Extract<LinkTarget, { kind: 'file' }>;

/** Reports links to headings and to files of agents that do not exist. Code and addresses of the web are left out. */
export const checkLinks: Check = ({ agents, paths }, report) => {
  const known = new Set(paths.map((path) => path.toLowerCase()));
  const byFileName = Map.groupBy(paths, fileNameOf);
  const files = filesOf(agents.map(({ agent }) => agent));
  const hasAnchor = anchorFinder();
  for (const { agent } of agents) {
    if (!agent.body.includes('](') && agent.outline.definitions.length === 0) continue;
    for (const { url, ...at } of linksOf(agent)) {
      const target = linkTarget(agent, url, files);
      if (target.kind === 'agent') {
        const { fragment = '' } = target;
        if (fragment !== '' && !hasAnchor(target.agent, fragment))
          report('anchor-broken', agent, at, `\`#${fragment}\``);
      } else if (target.kind === 'file' && target.path.toLowerCase().endsWith('.md')) {
        const [only, other] = byFileName.get(fileNameOf(target.path)) ?? [];
        if (only === undefined || other !== undefined || !files(only) || isKnown(target, known, only)) continue;
        report('link-broken', agent, at, `“${target.written.replace(/^\.\//, '')}”; there is “${only}”`);
      }
    }
  }
};

/**
 * Whether a path leads to a file from its own folder, from the folder of agents, or from a folder above that.
 * @param only the only file with its name
 */
function isKnown({ path, written }: FileTarget, known: ReadonlySet<string>, only: string): boolean {
  const fromRoot = joinPath('', written).toLowerCase();
  if (known.has(path.toLowerCase()) || known.has(fromRoot)) return true;
  // The folder of agents may itself be in the folder that the path begins with.
  return path.startsWith('..') || fromRoot.endsWith(`/${only.toLowerCase()}`);
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function linksOf({ outline }: Agent): WrittenLink[] {
  const links: WrittenLink[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'link' || node.type === 'definition') {
      links.push({ url: node.url, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const { heading, blocks } of outline.sections) {
    heading.forEach(visit);
    for (const block of blocks) {
      if (block.kind === 'prose') block.nodes.forEach(visit);
      if (block.kind === 'element') visit(block.node);
    }
  }
  outline.definitions.forEach(visit);
  return links;
}

/** Returns a function that checks whether an agent's file has an anchor. It reads each file once. */
function anchorFinder(): (agent: Agent, fragment: string) => boolean {
  const anchors = new Map<Agent, ReadonlySet<string>>();
  return (agent, fragment) => {
    const wanted = fragment.toLowerCase();
    // The top of a page, footnotes, and lines in a repository.
    if (wanted === 'top' || /^(?:playbook:|fn|l\d)/.test(wanted)) return true;
    const known = anchors.get(agent) ?? anchorsOf(agent);
    anchors.set(agent, known);
    return known.has(wanted);
  };
}

/** Returns the anchors of headings, as GitHub makes them, and those that the file sets itself, in lower case. */
function anchorsOf({ sections, body }: Agent): ReadonlySet<string> {
  const own = [...body.matchAll(/\b(?:id|name)=["']([^"'\n]{1,200})["']|\{#([^}\s]{1,200})\}/g)];
  const ofHeadings = sections.flatMap(({ id, title }) => [id, slug(title)]);
  return new Set(
    [...ofHeadings, ...own.map(([, html, braces]) => html ?? braces ?? '')].map((one) => one.toLowerCase()),
  );
}
