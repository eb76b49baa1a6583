import { bundle, type Bundle, type ChosenAgent } from '../../exports/archives/bundle.ts';
import type { ExportList } from '../../exports/archives/export-list.ts';
import { announce } from '../../lib/announce.ts';
import { createElement } from '../../lib/dom.ts';
import { counted } from '../../lib/counted.ts';
import { describeBundle } from './describe-bundle.ts';

/** Files that are fetched at the same time. */
const CONCURRENCY = 6;

/** An agent on a card of the catalogue. */
interface CardAgent {
  id: string;
  /** The address of the list of its files. */
  exports: string;
}

/**
 * `<agents-archive>` around a select and a button: makes a zip archive of the chosen agents, or of all that match the
 * filters, with their files for the selected tool. The losses are shown before the download.
 */
class AgentsArchive extends HTMLElement {
  #leaving?: AbortController;
  /** Cancels the loading of files that are no longer needed. */
  #making?: AbortController;
  #url = '';

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const catalogue = this.closest('.catalogue');
    const update = () => {
      this.#forget();
      const { agents, areChosen } = this.#agents();
      const count = agents.length;
      this.#write(
        '[data-scope]',
        areChosen ? `of the ${counted(count, 'chosen agent')}` : `of all ${counted(count, 'agent')} shown`,
      );
    };
    this.querySelector('button')?.addEventListener('click', () => void this.#make(), { signal });
    catalogue?.addEventListener('filter', update, { signal });
    catalogue?.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLSelectElement ? this.contains(target) : isCard(target)) update();
      },
      { signal },
    );
    update();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.#forget();
  }

  /** Returns the chosen agents, or else all agents that match the filters. */
  #agents(): { agents: CardAgent[]; areChosen: boolean } {
    const boxes = [...(this.closest('.catalogue')?.querySelectorAll('input') ?? [])].filter(isCard);
    const chosen = boxes.filter(({ checked }) => checked);
    const areChosen = chosen.length > 0;
    const shown = areChosen ? chosen : boxes.filter((box) => !box.closest('[data-item]')?.hasAttribute('hidden'));
    return {
      areChosen,
      agents: shown.map(({ value, dataset }) => ({ id: value, exports: dataset.exports ?? '' })),
    };
  }

  async #make() {
    this.#forget();
    const making = new AbortController();
    this.#making = making;
    const select = this.querySelector('select');
    const tool = { id: select?.value ?? '', name: select?.selectedOptions[0]?.text ?? '' };
    try {
      announce('Preparing the archive…');
      const { zip } = await import('../../exports/archives/zip.ts');
      const made = bundle(await this.#load(this.#agents().agents, tool.id, making.signal));
      if (making.signal.aborted) return;
      this.#show(made, tool, made.files.length === 0 ? undefined : zip(made.files));
    } catch {
      if (making.signal.aborted) return;
      this.#write('[data-result]', 'The files could not be loaded. Check the connection and try again.');
      announce('The files could not be loaded.');
    }
  }

  /** Loads the files of some agents for a tool. */
  async #load(agents: readonly CardAgent[], tool: string, signal: AbortSignal): Promise<ChosenAgent[]> {
    const waiting = [...agents];
    const loaded: ChosenAgent[] = [];
    const loadNext = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        loaded.push(await load(next, tool, signal));
        this.#write('[data-result]', `Loading: ${String(loaded.length)} of ${String(agents.length)}`);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, loadNext));
    return loaded;
  }

  #show(made: Bundle, tool: { id: string; name: string }, archive: Uint8Array<ArrayBuffer> | undefined) {
    const result = this.querySelector<HTMLElement>('[data-result]');
    if (!result) return;
    const { summary, details } = describeBundle(made, tool.name);
    result.replaceChildren(createElement('p', {}, createElement('strong', {}, summary)), ...details);
    if (archive) {
      this.#url = URL.createObjectURL(new Blob([archive], { type: 'application/zip' }));
      const name = `agents-for-${tool.id}.zip`;
      const size = `${String(Math.max(1, Math.round(archive.length / 1000)))} kB`;
      const link = createElement('a', { class: 'button', href: this.#url, download: name }, `Download ${name}`);
      result.append(createElement('p', {}, link, ` ${size}`));
      link.focus();
    }
    announce(summary);
  }

  /** Removes an archive that no longer matches the choice. */
  #forget() {
    this.#making?.abort();
    URL.revokeObjectURL(this.#url);
    this.#write('[data-result]', '');
  }

  #write(selector: string, text: string) {
    const place = this.querySelector(selector);
    if (place && place.textContent !== text) place.textContent = text;
  }
}

/** Whether an element is the box that chooses an agent. */
function isCard(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.name === 'agents';
}

async function load({ id, exports }: CardAgent, tool: string, signal: AbortSignal): Promise<ChosenAgent> {
  const { name, targets } = (await (await get(exports, signal)).json()) as ExportList;
  const file = targets[tool] ?? { refusal: 'This site has no file for the tool.' };
  if ('refusal' in file) return { id, name, export: file };
  const { path, losses, href } = file;
  const content = new Uint8Array(await (await get(href, signal)).arrayBuffer());
  return { id, name, export: { path, losses, content } };
}

async function get(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  return response;
}

customElements.define('agents-archive', AgentsArchive);
