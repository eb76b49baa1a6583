import { describe, expect, it } from 'vitest';
import { all, allNamed, hrefOf, mainOf, named, one, textOf, textsOf } from './html.ts';

const list = mainOf('default', 'flows/');
const workflow = mainOf('default', 'flows/rust-pro-rust-systems-tool-development/');
const collaboration = mainOf('default', 'flows/rust-pro-rust-web-service-development/');
const phased = mainOf('default', 'flows/rust-engineer-development-workflow/');

/** Returns the steps of a flow's page, without those of a chart. */
const stepsOf = (flow: Element, name: string) => all(named(flow, 'section', name), 'ol > li');

describe('the list of flows', () => {
  it('counts the flows of each kind, and groups them by kind', () => {
    expect(textOf(list)).toContain(
      '3 workflows with 24 steps, 3 collaboration flows with 16 steps, 5 step lists, 2 phased workflows.',
    );
    const groups = ['Workflows', 'Collaboration flows', 'Steps', 'Phased workflows'];
    expect(groups.map((name) => all(named(list, 'section', name), 'h3').length)).toEqual([3, 3, 5, 2]);
  });

  it('shows the agent, the number of steps and the participants of each flow', () => {
    const entry = all(list, 'li').find((item) => allNamed(item, 'h3', 'Rust Systems Tool Development').length > 0);
    expect(textOf(entry ?? list)).toContain('8 steps');
    expect(hrefOf(named(entry ?? list, 'a', 'rust-pro'))).toBe('/agents/rust-pro/');
    expect(textOf(named(entry ?? list, 'ul', 'Participants'))).toContain('@security-auditor');
    expect(hrefOf(one(entry ?? list, 'h3 a'))).toBe('/flows/rust-pro-rust-systems-tool-development/');
  });
});

describe('a workflow', () => {
  it('shows its steps in order, each with links to its agents', () => {
    const steps = stepsOf(workflow, 'Steps');
    expect(steps).toHaveLength(8);
    const [first, second] = steps;
    expect(textOf(second ?? workflow)).toBe('2 Architecture Design @rust-pro and domain specialist');
    expect(hrefOf(named(first ?? workflow, 'a', '@rust-pro'))).toBe('/agents/rust-pro/');
  });

  it('lists its participants with their steps', () => {
    const [first] = textsOf(named(workflow, 'section', 'Participants'), 'li');
    expect(first).toContain('@rust-pro');
    expect(first).toContain('steps 1, 2, 3');
  });

  it('links to its section of the agent’s page, and to other flows', () => {
    expect(all(named(workflow, 'section', 'Other flows of rust-pro'), 'h3')).toHaveLength(6);
    const section = named(workflow, 'a', 'Rust Systems Tool Development');
    expect(hrefOf(section)).toBe('/agents/rust-pro/#rust-systems-tool-development');
  });

  it('has a chart that names every step', () => {
    expect(textOf(named(workflow, 'section', 'Chart'))).toContain('Packaging and Distribution');
  });

  it('has its steps as written', () => {
    const written = textsOf(named(workflow, 'section', 'Steps'), 'pre').join('\n');
    expect(written).toContain('2. **Architecture Design** → `@rust-pro` + domain specialist');
  });

  it('links each step that has one to its handoff template, prefilled', () => {
    const steps = stepsOf(workflow, 'Steps').filter((step) => textOf(step).includes('Hand off with'));
    const links = steps.map((step) => hrefOf(named(step, 'a', /Request$/)));
    expect(links).toEqual([
      expect.stringMatching(/^\/handoffs\/rust-pro-rust-performance-request\/#shared\./),
      expect.stringMatching(/^\/handoffs\/rust-pro-rust-security-request\/#shared\./),
    ]);
    const database = named(collaboration, 'a', 'Rust Database Integration Request');
    expect(hrefOf(database)).toMatch(/^\/handoffs\/rust-pro-rust-database-integration-request\//);
  });
});

describe('a collaboration flow', () => {
  it('begins with its start', () => {
    expect(textOf(named(collaboration, 'section', 'Steps'))).toContain('Web Service Requirements');
    expect(stepsOf(collaboration, 'Steps')).toHaveLength(6);
  });
});

describe('a phased workflow', () => {
  it('shows the tasks of each phase, with code spans', () => {
    const phases = stepsOf(phased, 'Phases');
    expect(phases).toHaveLength(3);
    const second = phases[1] ?? phased;
    expect(all(second, 'li')).toHaveLength(6);
    expect(textsOf(second, 'code')).toContain('cargo asm');
    expect(allNamed(phased, 'section', 'Participants')).toEqual([]);
  });
});
