import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { unreadableTopics } from '../../../../src/playbook/topics/topics.ts';
import { playbookJson } from '../../../../src/views/programs/playbook-json.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'playbook-guide-'));
const program = join(folder, 'templates.mjs');
const json = JSON.stringify(
  playbookJson(
    createPlaybook(await readAgentsFolder('tests/fixtures/rust-team')),
    unreadableTopics('topics.yaml', 'none'),
  ),
);
const server = createServer((_, response) => response.end(json));
let address = '';

beforeAll(async () => {
  const guide = readFileSync('content/guide/ask-from-a-program.mdx', 'utf8');
  writeFileSync(program, /```js\n(.*?)```/s.exec(guide)?.[1] ?? '');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/playbook.json`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it('the guide’s program in JavaScript prints the templates for a receiver, with their fields', async () => {
  const { stdout } = await run(process.execPath, [program, address, 'security']);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'Rust Security Request (from rust-pro)',
    '- Application Type: Systems tool, web service, library',
  ]);
  expect(stdout).not.toContain('Rust Database Integration Request');
});
