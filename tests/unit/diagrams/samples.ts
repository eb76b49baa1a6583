import type { DiagramNode, DiagramRequest } from '../../../src/diagrams/request.ts';
import { accents } from '../../../src/playbook/accent.ts';

export function request(text: string, more: Partial<DiagramRequest> = {}): DiagramRequest {
  return { text, id: 'd1', title: 'A title', description: 'A description', ...more };
}

export const flow = 'flowchart TD\n  A[Ask] --> B{Known?}\n  B -->|yes| C([Answer])\n  B -->|no| A';

/** A decision tree like those of the site: a root, five questions and 28 answers, each with its agents. */
export function largeTree(): { text: string; nodes: DiagramNode[] } {
  const lines = ['flowchart LR', '  root(["What does the change touch?"])'];
  const nodes: DiagramNode[] = [];
  const answers = [6, 5, 6, 6, 5];
  answers.forEach((count, question) => {
    const name = `q${String(question)}`;
    lines.push(`  ${name}{{"Question ${name}: does it concern memory, threads or another language?"}}`);
    lines.push(`  root --> ${name}`);
    for (let answer = 0; answer < count; answer += 1) {
      const id = `${name}a${String(answer)}`;
      lines.push(`  ${id}["rust-expert-${id}<br/>with security-auditor and docs-writer"]`);
      lines.push(`  ${name} -->|"Answer ${String(answer)}: it depends"| ${id}`);
      nodes.push({ id, href: `/agents/${id}/`, accent: accents[nodes.length % accents.length] ?? 'blue' });
    }
  });
  return { text: lines.join('\n'), nodes };
}

/** A text of every kind of diagram that is common in agent files. */
export const kinds: Readonly<Record<string, string>> = {
  flowchart: flow,
  subgraphs:
    'flowchart LR\n subgraph one [One]\n a --> b\n end\n subgraph two [Two]\n c --> d\n end\n b ==> c\n b -.-> d',
  sequence:
    'sequenceDiagram\n autonumber\n actor U as User\n U->>+A: ask\n Note over U,A: both\n alt good\n A-->>-U: answer\n else bad\n A-xU: lost\n end',
  state:
    'stateDiagram-v2\n [*] --> Idle\n Idle --> Busy: task\n state Busy {\n [*] --> Reading\n Reading --> [*]\n }\n Busy --> [*]',
  class:
    'classDiagram\n class Agent {\n +String name\n +run(task) Result\n }\n Agent "1" o-- "many" Tool : uses\n Agent <|-- Expert',
  er: 'erDiagram\n AGENT ||--o{ TOOL : uses\n AGENT {\n string name PK\n }',
  gantt:
    'gantt\n title Plan\n dateFormat YYYY-MM-DD\n section Work\n Read :a1, 2024-01-01, 10d\n Write :crit, after a1, 7d',
  pie: 'pie title Time\n "Reading" : 40\n "Writing" : 60',
  mindmap: 'mindmap\n root((Agent))\n  Reading\n   Files\n  Writing',
  journey: 'journey\n title A day\n section Morning\n Make tea: 5: Me\n Review: 3: Me, Cat',
  timeline: 'timeline\n title History\n 2010 : Announced\n 2015 : 1.0',
  quadrants: 'quadrantChart\n x-axis Low --> High\n y-axis Small --> Large\n quadrant-1 Expand\n Caching: [0.3, 0.6]',
  requirements:
    'requirementDiagram\n requirement fast {\n id: 1\n text: must be fast\n risk: high\n verifymethod: test\n }\n element bench {\n type: program\n }\n bench - satisfies -> fast',
  blocks: 'block-beta\n columns 2\n a["One"] b["Two"]\n c["Three"]\n a --> c',
  packet: 'packet-beta\n 0-15: "Source port"\n 16-31: "Target port"',
  kanban: 'kanban\n todo[To do]\n  t1[Write it]\n done[Done]\n  t2[Read it]',
  radar: 'radar-beta\n axis a["Speed"], b["Safety"], c["Size"]\n curve x["Rust"]{4, 5, 3}\n max 5',
  chart: 'xychart-beta\n title "Work"\n x-axis [Mon, Tue]\n y-axis "Hours" 0 --> 10\n bar [3, 5]\n line [2, 6]',
  c4: 'C4Context\n Person(a, "Customer", "Buys")\n System(b, "Bank", "Keeps money")\n Rel(a, b, "Uses")',
  treemap: 'treemap-beta\n"Work"\n  "Reading": 10\n  "Writing": 20',
  sankey: 'sankey-beta\nReading,Writing,10\nReading,Review,5',
  ishikawa: 'ishikawa-beta\n Late\n  People\n   Few\n  Tools\n   Slow',
  files: 'treeView-beta\n "src"\n  "main.rs"\n  "lib.rs"',
  git: 'gitGraph\n commit\n branch develop\n commit\n checkout main\n merge develop tag: "v1"',
};
