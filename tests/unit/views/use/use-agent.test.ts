import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { exportAgent } from '../../../../src/exports/export-agent.ts';
import { vscode } from '../../../../src/playbook/dialects/vscode.ts';
import { site } from '../../../../src/site.ts';
import { useAgentView } from '../../../../src/views/use/use-agent.ts';
import { agentOf } from '../../playbook/helpers.ts';

const agent = agentOf('---\nname: tide\ndescription: Reads.\ntools: Read\nmodel: sonnet\n---\n\n# Tides\n\nEbb.\n');
const targetOf = async (id: string) => (await useAgentView(agent)).targets.find((target) => target.id === id);

describe('the page with the files of an agent', () => {
  const { url } = site;
  afterEach(() => {
    site.url = url;
  });

  it('shows the head of a file, what it loses, and what follows', async () => {
    expect((await targetOf('vscode'))?.file).toMatchObject({
      path: '.github/agents/tide.agent.md',
      name: 'tide.agent.md',
      head: '---\nname: tide\ndescription: Reads.\ntools:\n  - read\n---',
      promptLines: 3,
      unchanged: 'name, description, tools, and system prompt',
      losses: [{ field: 'model', isKey: true, effect: 'Lost' }],
    });
    expect((await targetOf('claude-code'))?.outcome).toBe('as it is');
    expect((await targetOf('vscode'))?.outcome).toBe('1 difference');
  });

  it('says what the agent could do in a tool that it has no file for', async () => {
    const cursor = await targetOf('cursor');
    expect(cursor).toMatchObject({ outcome: 'no file', file: undefined });
    expect(cursor?.refusal).toContain(
      'It could also change files, run commands, use the network, call agents, and use MCP servers.',
    );
  });

  it('has a command with the checksum of the file, and a link, if the address of the site is known', async () => {
    site.url = 'https://sea.example';
    const result = exportAgent(agent, vscode);
    const text = 'text' in result ? result.text : '';
    const file = (await targetOf('vscode'))?.file;
    expect(file?.installHtml).toContain('https://sea.example/agents/agent/vscode/tide.agent.md');
    expect(file?.installHtml).toContain(createHash('sha256').update(text).digest('hex'));
    expect(file?.installLink).toBe(
      'vscode:chat-agent/install?url=https%3A%2F%2Fsea.example%2Fagents%2Fagent%2Fvscode%2Ftide.agent.md',
    );
    expect((await targetOf('gemini-cli'))?.note).toContain('Since 18 June 2026');
  });

  it('has neither if the site is only on this machine', async () => {
    site.url = 'http://localhost:4321';
    expect((await targetOf('vscode'))?.file).toMatchObject({ installHtml: undefined, installLink: undefined });
  });
});
