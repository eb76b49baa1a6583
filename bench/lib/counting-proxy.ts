import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Stands between a browser and a server, and counts what the server sends. */
export interface CountingProxy {
  /** The address of the site through the proxy. */
  readonly url: string;
  /** All bytes sent so far, headers included: also to a service worker, whose requests a page does not see. */
  readonly bytes: () => number;
  readonly close: () => void;
}

/** @param url the address of a site on this machine */
export async function countBytes(url: string): Promise<CountingProxy> {
  const target = new URL(url);
  const { port, hostname } = target;
  let bytes = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    upstream.on('data', (data) => (bytes += data.length));
    client.pipe(upstream).pipe(client);
    // A browser that is closed resets its connections.
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  target.port = String((server.address() as AddressInfo).port);
  return { url: target.href, bytes: () => bytes, close: () => server.close() };
}
