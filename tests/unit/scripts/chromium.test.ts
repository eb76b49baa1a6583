import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, launchOptions } from '../../../scripts/chromium.ts';

const env = { PATH: ['/one', '/two'].join(delimiter) };
const playwrightPath = '/playwright/chrome';

/** Searches a system on which only the given paths are browsers. */
function find(browsers: string[], more: Parameters<typeof findChromium>[0] = {}): string | undefined {
  return findChromium({
    env,
    platform: 'linux',
    playwrightPath,
    isBrowser: (path) => browsers.includes(path),
    ...more,
  });
}

describe('findChromium', () => {
  const chromium = join('/two', 'chromium');
  const chrome = join('/one', 'google-chrome');

  it('prefers CHROMIUM_PATH to all other browsers', () => {
    const named = { env: { ...env, CHROMIUM_PATH: '/mine' } };
    expect(find(['/mine', playwrightPath, chromium], named)).toBe('/mine');
  });

  it('rejects a CHROMIUM_PATH that is no browser, even if other browsers are installed', () => {
    const named = { env: { ...env, CHROMIUM_PATH: '/mine' } };
    expect(() => find([playwrightPath, chromium], named)).toThrow('CHROMIUM_PATH is "/mine"');
  });

  it("prefers Playwright's browser to those on the PATH, and there the order of names to that of folders", () => {
    expect(find([chrome, chromium, playwrightPath])).toBe(playwrightPath);
    expect(find([chrome, chromium])).toBe(chromium);
    expect(find([join('/one', 'google-chrome-stable'), chrome])).toBe(chrome);
    expect(find([join('/two', 'chromium-browser'), chrome])).toBe(join('/two', 'chromium-browser'));
  });

  it('looks in the usual folders of macOS and Windows last', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(find([mac], { platform: 'darwin' })).toBe(mac);
    expect(find([mac])).toBeUndefined();
    const windows = join('C:/Programs', 'Google/Chrome', 'Application/chrome.exe');
    expect(find([windows], { platform: 'win32', env: { PROGRAMFILES: 'C:/Programs' } })).toBe(windows);
  });

  it('returns undefined if there is no browser', () => {
    expect(find([])).toBeUndefined();
    expect(find([], { env: {} })).toBeUndefined();
  });
});

describe('launchOptions', () => {
  it('names the browser if one is found, and turns off its background requests', () => {
    const none = { env: {}, platform: 'linux' as const, playwrightPath, isBrowser: () => false };
    expect(launchOptions({ ...none, isBrowser: () => true }).executablePath).toBe(playwrightPath);
    expect(launchOptions(none)).not.toHaveProperty('executablePath');
    expect(launchOptions(none).args).toContain('--disable-background-networking');
    expect(launchOptions(none).args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });
});
