import { constants } from 'node:zlib';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import compression from 'compression';
import send from 'send';
import { headersFor, parseHeadersFile } from './headers-file.ts';
import { contentType, decodePath, isPublic } from './server-paths.ts';

/** The site to serve and the address to serve it at. */
export interface ServerOptions {
  /** The built site. */
  readonly directory: string;
  /** The path of its first page: `/`, or for example `/playbook/`. */
  readonly base?: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly host?: string;
  /** Whether a port in use is an error; otherwise the server listens on the next free port. */
  readonly strictPort?: boolean;
  /** Names of headers in the site's `_headers` file that are not sent. */
  readonly omittedHeaders?: readonly string[];
  /** Whether text is sent compressed, as hosts do; true if absent. */
  readonly compressed?: boolean;
  /** The longest time that a response is held back, in milliseconds; each waits for a random part of it. */
  readonly latency?: number;
}

/** A server that is listening. */
export interface RunningServer {
  /** The address of the site's first page, with the base. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

// The compression middleware would compress these too, but the site's files of these types are compressed already.
const COMPRESSED_TYPES: unknown[] = ['application/wasm', 'application/octet-stream'];

const compress = compression({
  // Takes as long as the default level 4 and sends a tenth less.
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
  filter: (req, res) => !COMPRESSED_TYPES.includes(res.getHeader('Content-Type')) && compression.filter(req, res),
}) as unknown as (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/**
 * Serves a built static site the way its hosts do: content types with charset, compression, ETags,
 * the headers of the site's `_headers` file, its 404 page, and a redirect to a directory's final slash.
 * The server looks files up at each request, but reads `_headers` once.
 *
 * @throws Error if the directory is absent, its `_headers` is malformed, or no port is free
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host = 'localhost', strictPort = false, compressed = true, latency = 0 } = options;
  const root = resolve(options.directory);
  if (!existsSync(root)) throw new Error(`There is no folder ${root} to serve.`);
  const base = `/${options.base ?? ''}/`.replace(/\/{2,}/g, '/');

  const server = createServer();
  const respond = createResponder(root, base, options.omittedHeaders ?? []);
  const respondSafely = (req: IncomingMessage, res: ServerResponse) => {
    try {
      respond(req, res);
    } catch (error) {
      console.error(error);
      if (res.headersSent) res.destroy();
      else sendText(res, 500, 'Internal server error');
    }
  };
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    if (!compressed) respondSafely(req, res);
    else
      compress(req, res, () => {
        respondSafely(req, res);
      });
  };
  server.on('request', (req, res) => {
    if (latency === 0) answer(req, res);
    else setTimeout(answer, Math.random() * latency, req, res);
  });
  await listen(server, port, host, strictPort);

  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(actual)}${base}`,
    port: actual,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createResponder(
  root: string,
  base: string,
  omittedHeaders: readonly string[],
): (req: IncomingMessage, res: ServerResponse) => void {
  const headersFile = join(root, '_headers');
  const rules = existsSync(headersFile) ? parseHeadersFile(readFileSync(headersFile, 'utf8')) : [];

  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      sendText(res, 405, 'Method not allowed');
      return;
    }
    const [rawPath = '', ...rest] = (req.url ?? '').split('?');
    const query = rest.length > 0 ? `?${rest.join('?')}` : '';
    const path = decodePath(rawPath);
    if (path === undefined) {
      sendText(res, 400, 'Bad request');
      return;
    }
    for (const [name, value] of headersFor(rules, path)) {
      if (!omittedHeaders.includes(name)) res.setHeader(name, value);
    }

    if (base !== '/' && (path === '/' || `${path}/` === base)) {
      redirect(res, 302, base + query);
      return;
    }
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    if (inside === undefined || !isPublic(inside)) {
      sendNotFound(res, root);
    } else if (inside !== '' && !inside.endsWith('/') && existsSync(join(root, inside, 'index.html'))) {
      redirect(res, 301, `${rawPath}/${query}`);
    } else {
      sendFile(req, res, root, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    }
  };
}

/** Sends a file, or the 404 page if there is none, also if it is deleted while it is opened. */
function sendFile(req: IncomingMessage, res: ServerResponse, root: string, file: string): void {
  const type = contentType(file);
  if (type) res.setHeader('Content-Type', type);
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-cache');
  send(req, `/${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`, {
    root,
    dotfiles: 'allow',
    index: false,
    // A server may ignore Range (RFC 9110, section 14.2), and compressed responses have none.
    acceptRanges: false,
    cacheControl: false,
  })
    .on('error', () => {
      for (const name of ['ETag', 'Last-Modified']) res.removeHeader(name);
      if (res.headersSent) res.destroy();
      else sendNotFound(res, root);
    })
    .on('directory', () => {
      sendNotFound(res, root);
    })
    .pipe(res);
}

function sendNotFound(res: ServerResponse, root: string): void {
  // Browsers must not cache a missing file for as long as `_headers` lets them cache files.
  res.setHeader('Cache-Control', 'no-cache');
  const page = join(root, '404.html');
  if (existsSync(page)) sendBody(res, 404, 'text/html; charset=utf-8', readFileSync(page));
  else sendText(res, 404, 'Not found');
}

function sendText(res: ServerResponse, status: number, text: string): void {
  sendBody(res, status, 'text/plain; charset=utf-8', Buffer.from(`${text}\n`));
}

function sendBody(res: ServerResponse, status: number, type: string, body: Buffer): void {
  res.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
}

function redirect(res: ServerResponse, status: 301 | 302, location: string): void {
  res.setHeader('Location', location);
  sendText(res, status, `See ${location}`);
}

async function listen(server: Server, port: number, host: string, strictPort: boolean): Promise<void> {
  const last = strictPort ? port : Math.min(port + 100, 65535);
  for (let candidate = port; ; candidate++) {
    try {
      server.listen(candidate, host);
      await once(server, 'listening');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || candidate >= last) throw error;
    }
  }
}
