import type { Manifest } from '../format/index-format.ts';
import { SearchEngine } from './engine.ts';
import { AgentFinder } from './find-agents.ts';
import { IndexFiles } from './index-files.ts';
import type { AnswerMessage, ManifestMessage, Question, StartMessage, WarmUpMessage } from './search-messages.ts';

/*
 * The worker that searches, so that the page responds at once while it does: see `search-client.ts`.
 */

const manifest = Promise.withResolvers<Manifest | undefined>();
let searchers: { files: IndexFiles; engine: SearchEngine; finder: AgentFinder } | undefined;

addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<StartMessage | ManifestMessage | WarmUpMessage | Question>) => {
    if ('base' in data) {
      const files = new IndexFiles(data.base, manifest.promise);
      searchers = { files, engine: new SearchEngine(files), finder: new AgentFinder(files) };
    } else if ('manifest' in data) {
      manifest.resolve(data.manifest && (JSON.parse(new TextDecoder().decode(data.manifest)) as Manifest));
    } else if ('warmUp' in data) {
      // A search reports failures.
      searchers?.files.pagefind().catch(() => undefined);
    } else if (port) {
      void answer(data, port);
    }
  },
);

async function answer(question: Question, port: MessagePort) {
  const stopped = new AbortController();
  port.addEventListener('message', () => {
    stopped.abort();
  });
  port.start();
  const send = (message: AnswerMessage<unknown>) => {
    port.postMessage(message);
  };
  try {
    for await (const one of answers(question, stopped.signal)) send({ answer: one });
    send({ end: 'complete' });
  } catch {
    send({ end: 'failed' });
  }
}

/** @throws Error if a part of the index cannot be loaded */
async function* answers(question: Question, signal: AbortSignal): AsyncGenerator<unknown, void, undefined> {
  if (!searchers) throw new Error('The first message must contain the base path.');
  const { engine, finder } = searchers;
  if ('search' in question) yield* engine.search(question.search, signal);
  else if ('find' in question) yield await finder.find(question.find);
  else await engine.prefetch(question.prefetch, signal);
}
