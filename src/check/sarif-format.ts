import { rules, type RuleId } from '../playbook/rules/rules.ts';
import type { Severity } from '../playbook/rules/rule.ts';
import type { CheckResult } from './check-files.ts';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

/** Formats a report as SARIF 2.1.0, which code hosts and editors read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function formatAsSarif({ problems }: CheckResult): string {
  const ids = [...new Set(problems.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'agent-playbook', rules: ids.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map(({ rule, severity, message, advice, path, line, column }) => ({
          ruleId: rule,
          ruleIndex: ids.indexOf(rule),
          level: levels[severity],
          message: { text: `${message} ${advice}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: RuleId) {
  const { title, explanation, advice, severity } = rules[id];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: advice },
    defaultConfiguration: { level: levels[severity] },
  };
}
