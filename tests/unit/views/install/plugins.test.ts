import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { marketplace, marketplaceName } from '../../../../src/exports/archives/marketplace.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { installView, isInstallable } from '../../../../src/views/install/install.ts';
import { sitePlugins } from '../../../../src/views/install/plugins.ts';
import { marketplaceSchema, pluginSchema } from '../../exports/archives/marketplace-schema.ts';
import { allFixtures, bytesOf } from '../../playbook/helpers.ts';
import { schemaErrors } from '../../exports/schema-errors.ts';

const files = allFixtures();
const playbook = createPlaybook(files);
const bytesAt = new Map(files.flatMap((file) => ('bytes' in file ? [[file.path, file.bytes]] : [])));
const read = (agent: { source: { path: string } }) =>
  Promise.resolve(new Uint8Array(bytesAt.get(agent.source.path) ?? []));

test('the marketplace is valid, and lists an archive with its checksum for all agents and for each', async () => {
  const { plugins, publisher, leftOut } = await sitePlugins(playbook, read);
  const list = JSON.parse(marketplace(plugins, publisher).replaceAll('http://localhost:4321', 'https://a.example')) as {
    plugins: { name: string; source: { url: string; sha256: string } }[];
  };
  expect(schemaErrors(marketplaceSchema, list)).toEqual([]);
  expect(leftOut).not.toEqual([]);
  expect(plugins[0]?.count).toBe(playbook.agents.length - leftOut.length);
  expect(new Set(list.plugins.map(({ name }) => name)).size).toBe(list.plugins.length);
  list.plugins.forEach(({ name, source }, index) => {
    expect(source.url).toBe(`https://a.example/plugins/${name}.zip`);
    expect(source.sha256).toBe(
      createHash('sha256')
        .update(plugins[index]?.bytes ?? '')
        .digest('hex'),
    );
  });
});

test('each archive has a valid manifest at its top, and the files of its agents byte for byte', async () => {
  const { plugins } = await sitePlugins(playbook, read);
  for (const { name, bytes, agent } of plugins) {
    const { '.claude-plugin/plugin.json': manifest, ...agents } = unzipSync(bytes);
    const parsed = JSON.parse(strFromU8(manifest ?? new Uint8Array())) as { name: string };
    expect(schemaErrors(pluginSchema, parsed)).toEqual([]);
    expect(parsed.name).toBe(name);
    if (agent) expect(Object.values(agents)).toEqual([await read(agent)]);
  }
});

test('two builds of the same agents give the same archives', async () => {
  const again = await sitePlugins(createPlaybook(files.toReversed()), read);
  const { plugins } = await sitePlugins(playbook, read);
  expect(again.plugins.map(({ sha256 }) => sha256)).toEqual(plugins.map(({ sha256 }) => sha256));
});

test('agents that no plugin contains are grouped by reason, and the page links to the first thirty of each', async () => {
  const cursor = Array.from({ length: 40 }, (_, index) => ({
    path: `.cursor/agents/helper-${String(index)}.md`,
    bytes: bytesOf(`---\nname: helper-${String(index)}\ndescription: Helps.\n---\n\nYou help.\n`),
  }));
  const strict = {
    path: 'a.md',
    bytes: bytesOf('---\nname: a\ndescription: A.\npermissionMode: plan\n---\n\nYou help.\n'),
  };
  const { leftOut } = installView(await sitePlugins(createPlaybook([strict, ...cursor]), read));
  expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
    ['Written for Cursor', 40],
    ['Limited by `permissionMode`, which Claude Code ignores in plugins', 1],
  ]);
  expect(leftOut[0]?.agents).toHaveLength(30);
  expect(leftOut[0]?.others).toHaveLength(10);
});

test('a site without agents has a marketplace without plugins', async () => {
  const { plugins, publisher } = await sitePlugins(createPlaybook([]), read);
  expect(schemaErrors(marketplaceSchema, JSON.parse(marketplace(plugins, publisher)))).toEqual([]);
  expect(installView(await sitePlugins(createPlaybook([]), read))).not.toHaveProperty('all');
});

test.each([
  ['Rust Agent Playbook', 'rust-agent-playbook'],
  ['Official Claude Plugins', 'agent-playbook'],
  ['Agent Skills', 'agent-playbook'],
  ['天気', 'agent-playbook'],
])('the marketplace of “%s” is named %s', (title, name) => {
  expect(marketplaceName(title)).toBe(name);
});

test.each([
  ['https://playbook.example', true],
  ['http://playbook.example', false],
  ['https://localhost:4321', false],
  ['https://127.0.0.1/', false],
  ['https://[::1]:8080/', false],
])('Claude Code installs archives from %s: %s', (url, expected) => {
  expect(isInstallable(url)).toBe(expected);
});
