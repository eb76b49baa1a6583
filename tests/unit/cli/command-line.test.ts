import { describe, expect, it } from 'vitest';
import { commands, readCommandLine, type CommandName } from '../../../scripts/cli/command-line.ts';
import { helpOf } from '../../../scripts/cli/help.ts';

describe('the command line', () => {
  it('names a command, a folder and options', () => {
    expect(readCommandLine(['build', 'agents', '--out', 'web', '--base=/x/', '--title', 'Our agents'])).toEqual({
      command: 'build',
      settings: { agents: 'agents', out: 'web', base: '/x/', title: 'Our agents' },
      config: undefined,
      port: undefined,
      format: 'terminal',
      maxWarnings: Infinity,
      isQuiet: false,
      isForced: false,
    });
    expect(readCommandLine(['build', '--force'])).toMatchObject({ isForced: true });
    expect(readCommandLine(['serve', '--port', '8080', '--config', 'a.ts'])).toMatchObject({
      port: 8080,
      config: 'a.ts',
    });
    expect(readCommandLine(['check', 'a', '--format', 'sarif', '--max-warnings', '3', '--quiet'])).toMatchObject({
      settings: { agents: 'a' },
      format: 'sarif',
      maxWarnings: 3,
      isQuiet: true,
    });
  });

  it('asks for help or the version', () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) expect(readCommandLine(args)).toEqual({ help: undefined });
    expect(readCommandLine(['help', 'dev'])).toEqual({ help: 'dev' });
    expect(readCommandLine(['build', '--help'])).toEqual({ help: 'build' });
    expect(readCommandLine(['--version'])).toEqual({ version: true });
    expect(readCommandLine(['serve', '--version'])).toEqual({ version: true });
  });

  it.each([
    [['biuld'], 'There is no command “biuld”. Did you mean “build”?'],
    [['publish'], 'There is no command “publish”. There are “build”, “dev”, “check”, “serve”, “nginx”.'],
    [['build', '--agent', 'x'], '“playbook build” has no option --agent. Did you mean --agents?'],
    [['build', '--Agents', 'x'], '“playbook build” has no option --Agents. Did you mean --agents?'],
    [['build', '-o', 'x'], /^“playbook build” has no option -o\. There are --agents, --out,/],
    [['build', '--port', '1'], '--port is an option of “playbook dev”, “playbook serve” and “playbook nginx” only.'],
    [['build', '--out'], '--out needs a value: --out DIR.'],
    [['build', '--out', '--base', '/x/'], '--out needs a value: --out DIR.'],
    [['build', 'a', 'b'], 'One folder of agents can be given, and “b” is another.'],
    [['serve', 'a'], '“playbook serve” needs no “a”.'],
    [['serve', '--port', '99999'], '--port needs a number up to 65535, not “99999”.'],
    [['check', '--quiet=yes'], '--quiet takes no value, and “yes” is one.'],
    [['check', '--format', 'jsn'], 'There is no format “jsn”. Did you mean json?'],
    [['check', '--max-warnings', 'few'], '--max-warnings needs a number, not “few”.'],
    [['check', '--max-warnings', '-1'], '--max-warnings needs a number, not “-1”.'],
  ])('is explained if it is wrong: %j', (args, says) => {
    const read = readCommandLine(args);
    expect('wrong' in read && read.wrong).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
  });

  it('is explained for each command, with every option that the command understands', () => {
    for (const command of Object.keys(commands) as CommandName[]) {
      const help = helpOf(command);
      for (const option of [...commands[command].settings, ...commands[command].options, 'config', 'help']) {
        expect(help).toContain(`  --${option}`);
      }
      expect(helpOf(undefined)).toContain(`  ${command} `);
    }
  });
});
