import { type Browser, type CDPSession, type Page } from 'playwright';

/**
 * A phone on a slow network: Lighthouse's "Slow 4G" with its screen and its slowdown of the processor.
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 * https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js
 */
export const PHONE = {
  /** Added to each response. */
  latencyMs: 150,
  downloadBitsPerSecond: 1_600_000,
  uploadBitsPerSecond: 750_000,
  cpuSlowdown: 4,
  screen: { width: 412, height: 823 },
  pixelRatio: 1.75,
} as const;

export const RESOURCE_KINDS = ['HTML', 'CSS', 'JS', 'fonts', 'images', 'other'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Measurements of one visit with an empty cache. */
export interface Visit {
  /** First contentful paint, in ms since the navigation began. */
  readonly firstPaint: number;
  /** Largest contentful paint, in ms since the navigation began. */
  readonly largestPaint: number;
  readonly traffic: Traffic;
}

/** The responses of one visit. */
export interface Traffic {
  readonly requests: number;
  /** Compressed bodies. */
  readonly bytes: Readonly<Record<ResourceKind, number>>;
  /** Headers of all responses, in bytes. HTTP/1.1 does not compress them; later versions do. */
  readonly headerBytes: number;
}

/**
 * Visits a page once, as a phone on a slow network with an empty cache, until the network is idle.
 *
 * @throws Error if the page or anything that it requests fails to load, or if nothing is painted
 */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE.screen, deviceScaleFactor: PHONE.pixelRatio });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await slowDown(client);
    const trafficSoFar = watchTraffic(client);
    await page.goto(url, { waitUntil: 'networkidle' });
    const { failures, ...traffic } = trafficSoFar();
    if (failures.length > 0) throw new Error(`${url}: ${failures.join('; ')}`);
    return { ...(await readPaints(page)), traffic };
  } finally {
    await context.close();
  }
}

/** Slows a page down as on a phone on a slow network. */
export async function slowDown(client: CDPSession): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.latencyMs,
    downloadThroughput: PHONE.downloadBitsPerSecond / 8,
    uploadThroughput: PHONE.uploadBitsPerSecond / 8,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpuSlowdown });
}

function watchTraffic(client: CDPSession): () => Traffic & { failures: string[] } {
  const failures: string[] = [];
  const responses = new Map<string, { kind: ResourceKind; headers: number; total: number }>();
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.status >= 400) failures.push(`${response.url} answered ${String(response.status)}`);
    // Only the headers have arrived at this point.
    const headers = response.encodedDataLength;
    if (/^https?:/.test(response.url)) responses.set(requestId, { kind: kindOf(type), headers, total: headers });
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const response = responses.get(requestId);
    if (response) response.total = encodedDataLength;
  });
  client.on('Network.loadingFailed', ({ errorText, canceled }) => {
    if (canceled !== true) failures.push(errorText);
  });
  return () => {
    const bytes = { HTML: 0, CSS: 0, JS: 0, fonts: 0, images: 0, other: 0 };
    let headerBytes = 0;
    for (const { kind, headers, total } of responses.values()) {
      bytes[kind] += total - headers;
      headerBytes += headers;
    }
    return { requests: responses.size, bytes, headerBytes, failures };
  };
}

/** @param type a `Network.ResourceType` of the DevTools protocol */
function kindOf(type: string): ResourceKind {
  switch (type) {
    case 'Document':
      return 'HTML';
    case 'Stylesheet':
      return 'CSS';
    case 'Script':
      return 'JS';
    case 'Font':
      return 'fonts';
    case 'Image':
      return 'images';
    default:
      return 'other';
  }
}

/** Returns when a page painted something first, and its largest part, in ms. */
export async function readPaints(page: Page): Promise<{ firstPaint: number; largestPaint: number }> {
  const paints = await page.evaluate(async () => {
    const largest = await new Promise<number | undefined>((resolve) => {
      new PerformanceObserver((list) => {
        resolve(list.getEntries().at(-1)?.startTime);
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      setTimeout(resolve, 2000);
    });
    return { first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime, largest };
  });
  if (paints.first === undefined || paints.largest === undefined) throw new Error(`${page.url()} paints nothing.`);
  return { firstPaint: paints.first, largestPaint: paints.largest };
}
