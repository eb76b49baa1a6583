import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, launchOptions } from '../../../scripts/chromium.ts';

const env = { PATH: ['/one', '/two'].join(delimiter) };
const playwrightPath = '/playwright/chrome';

/** Looks among the browsers that are said to be there. */
function find(there: string[], more: Parameters<typeof findChromium>[0] = {}): string | undefined {
  return findChromium({ env, platform: 'linux', playwrightPath, usable: (path) => there.includes(path), ...more });
}

describe('findChromium', () => {
  const chromium = join('/two', 'chromium');
  const chrome = join('/one', 'google-chrome');

  it('takes CHROMIUM_PATH before anything else', () => {
    const named = { env: { ...env, CHROMIUM_PATH: '/mine' } };
    expect(find(['/mine', playwrightPath, chromium], named)).toBe('/mine');
  });

  it('refuses a CHROMIUM_PATH where no browser is, though others are', () => {
    const named = { env: { ...env, CHROMIUM_PATH: '/mine' } };
    expect(() => find([playwrightPath, chromium], named)).toThrow('CHROMIUM_PATH is "/mine"');
  });

  it("then takes Playwright's, then those on the PATH, by name before folder", () => {
    expect(find([chrome, chromium, playwrightPath])).toBe(playwrightPath);
    expect(find([chrome, chromium])).toBe(chromium);
    expect(find([join('/one', 'google-chrome-stable'), chrome])).toBe(chrome);
    expect(find([join('/two', 'chromium-browser'), chrome])).toBe(join('/two', 'chromium-browser'));
  });

  it('then looks in the usual places of the system', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(find([mac], { platform: 'darwin' })).toBe(mac);
    expect(find([mac])).toBeUndefined();
    const windows = join('C:/Programs', 'Google/Chrome', 'Application/chrome.exe');
    expect(find([windows], { platform: 'win32', env: { PROGRAMFILES: 'C:/Programs' } })).toBe(windows);
  });

  it('finds nothing where there is nothing', () => {
    expect(find([])).toBeUndefined();
    expect(find([], { env: {} })).toBeUndefined();
  });
});

describe('launchOptions', () => {
  it('names the browser, if there is one, and keeps it from calling home', () => {
    const none = { env: {}, platform: 'linux' as const, playwrightPath, usable: () => false };
    expect(launchOptions({ ...none, usable: () => true }).executablePath).toBe(playwrightPath);
    expect(launchOptions(none)).not.toHaveProperty('executablePath');
    expect(launchOptions(none).args).toContain('--disable-background-networking');
    expect(launchOptions(none).args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });
});
