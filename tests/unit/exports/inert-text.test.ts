import { expect, test } from 'vitest';
import {
  withoutArguments,
  withoutCommands,
  withoutMentions,
  withoutVariables,
} from '../../../src/exports/inert-text.ts';

test('a variable that a tool would replace gets a space after its dollar sign, so that it stays as written', () => {
  expect(withoutVariables('${selection} and ${input:a:b}, $HOME')).toBe('$ {selection} and $ {input:a:b}, $HOME');
});

test.each([
  ['!`rm -rf ~`', '\\!`rm -rf ~`'],
  ['- Diff: !`git diff`', '- Diff: \\!`git diff`'],
  ['!!`date`', '!\\!`date`'],
  ['```!\nls\n```', '``` !\nls\n```'],
  ['````  !\nls\n````', '```` !\nls\n````'],
  ['~~~!\nls\n~~~', '~~~ !\nls\n~~~'],
])('Claude Code does not run the command in %j', (text, expected) => {
  const inert = withoutCommands(text);
  expect(inert).toBe(expected);
  expect(inert).not.toMatch(/(?:^|\s)!`|`{3}!/m);
});

test('text without a command stays as it is', () => {
  const text = 'Stop! Use `select!` or ```rust\nprintln!("a")\n```';
  expect(withoutCommands(text)).toBe(text);
});

test.each([
  ['costs $1.00', 'costs \\$1.00'],
  ['$ARGUMENTS[0]', '\\$ARGUMENTS[0]'],
  ['$task and $task_type', '\\$task and \\$task_type'],
  ['\\$1 stays', '\\$1 stays'],
  ['\\\\$1 would be replaced', '\\\\$ 1 would be replaced'],
  ['$HOME, $, US$', '$HOME, $, US$'],
])('no argument of a skill is in %j', (text, expected) => {
  expect(withoutArguments(text, ['task'])).toBe(expected);
});

test('GitHub notifies nobody and closes nothing', () => {
  expect(withoutMentions('Ask @rust-pro or `@cargo`; fixes #12, see https://a.example/@x, me@mail.example')).toBe(
    'Ask `@rust-pro` or `@cargo`; fixes `#12`, see https://a.example/@x, me@mail.example',
  );
});
