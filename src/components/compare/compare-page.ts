import { announce } from '../../lib/announce.ts';
import { createElement } from '../../lib/dom.ts';
import { compareAgents, MAX_COMPARED } from '../../compare/compare.ts';
import { comparisonTree, type TreeNode } from '../../compare/comparison-tree.ts';
import type { ComparedAgent } from '../../compare/compared-agent.ts';

/** Agents to look for: an address may name any number that do not exist. */
const MAX_LOADED = 12;

/** `<compare-page>`: compares the agents in the address, `?agents=a,b` or `?agents=a&agents=b`. */
class ComparePage extends HTMLElement {
  connectedCallback() {
    const values = new URL(location.href).searchParams.getAll('agents').flatMap((value) => value.split(','));
    const ids = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
    for (const box of this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      if (ids.includes(box.value)) box.checked = true;
    }
    if (ids.length > 0) void this.#compare(ids);
  }

  async #compare(ids: readonly string[]) {
    this.#say('Loading the agents…');
    const agents: ComparedAgent[] = [];
    const missing: string[] = [];
    const left: string[] = [];
    for (const [index, id] of ids.entries()) {
      if (agents.length === MAX_COMPARED || index === MAX_LOADED) {
        left.push(...ids.slice(index));
        break;
      }
      const agent = await this.#load(id);
      if (agent) agents.push(agent);
      else missing.push(id);
    }
    const sentences = [
      ...(missing.length > 0 ? [`Could not be loaded: ${missing.join(', ')}.`] : []),
      ...(left.length > 0 ? [`Only ${String(MAX_COMPARED)} are compared; left out: ${left.join(', ')}.`] : []),
    ];
    if (agents.length < 2) {
      this.#say(['A comparison needs at least two agents.', ...sentences].join(' '));
      return;
    }
    this.querySelector('[data-comparison]')?.replaceChildren(...comparisonTree(compareAgents(agents)).map(toElement));
    const names = agents.map(({ name }) => name).join(', ');
    this.#say([`${names} side by side.`, ...sentences].join(' '));
  }

  async #load(id: string): Promise<ComparedAgent | undefined> {
    try {
      const response = await fetch(`${this.dataset.folder ?? ''}${encodeURIComponent(id)}.json`);
      return response.ok ? ((await response.json()) as ComparedAgent) : undefined;
    } catch {
      return undefined;
    }
  }

  #say(sentence: string) {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = sentence;
    announce(sentence);
  }
}

function toElement({ tag, attributes, children }: TreeNode): HTMLElement {
  return createElement(
    tag as 'div',
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );
}

customElements.define('compare-page', ComparePage);
