import mermaid, { type MermaidConfig } from 'mermaid';
import { chartColours } from './paint.ts';
import { FONT_SIZE } from './layout.ts';

/** Longer texts are refused, in characters: they are no diagrams, and laying them out may take for ever. */
export const LONGEST_TEXT = 50_000;

/**
 * The types whose drawings were looked at. Others need a browser (architecture), or say with widths and blends of
 * colours what a theme cannot say (sankey), or are too new to be relied on.
 */
const types = new Set(
  'flowchart flowchart-v2 flowchart-elk sequence stateDiagram class classDiagram er gantt pie mindmap journey timeline gitGraph quadrantChart xychart requirement c4 block packet kanban radar treemap'.split(
    ' ',
  ),
);

/** The id under which Mermaid draws. Everything in the drawing that bears it is renamed or dropped. */
const DRAWING_ID = 'd';

/** What all kinds of diagrams share. Mermaid 12 gives each kind a look of its own unless told otherwise. */
const plain = { look: 'classic', theme: 'base' } as const;
const graph = { ...plain, layout: 'elk', wrappingWidth: 220, minNodeWidth: 0 } as const;

/** Greys, which are read back as the roles of things, and hues, which are read back as agents' colours. */
const [sunken, edge, rule, ink] = ['#eeeeee', '#888888', '#cccccc', '#222222'];

const themeVariables = {
  fontSize: `${String(FONT_SIZE)}px`,
  background: '#ffffff',
  primaryColor: '#ffffff',
  secondaryColor: sunken,
  tertiaryColor: sunken,
  primaryBorderColor: edge,
  secondaryBorderColor: edge,
  tertiaryBorderColor: edge,
  primaryTextColor: ink,
  secondaryTextColor: ink,
  tertiaryTextColor: ink,
  lineColor: edge,
  textColor: ink,
  edgeLabelBackground: '#ffffff',
  clusterBkg: sunken,
  clusterBorder: rule,
  noteBkgColor: sunken,
  noteBorderColor: edge,
  noteTextColor: ink,
  actorLineColor: rule,
  gridColor: rule,
  pieTitleTextSize: '16px',
  pieSectionTextSize: `${String(FONT_SIZE)}px`,
  pieLegendTextSize: `${String(FONT_SIZE)}px`,
  xyChart: { plotColorPalette: chartColours.join(',') },
  ...Object.fromEntries(
    chartColours.flatMap((colour, index) => [
      [`cScale${String(index)}`, colour],
      [`cScaleInv${String(index)}`, edge],
      [`cScalePeer${String(index)}`, colour],
      [`pie${String(index + 1)}`, colour],
      [`git${String(index)}`, colour],
      [`fillType${String(index)}`, colour],
    ]),
  ),
};

const config: MermaidConfig = {
  ...plain,
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  htmlLabels: false,
  layout: 'elk',
  maxTextSize: LONGEST_TEXT,
  fontFamily: 'sans-serif',
  fontSize: FONT_SIZE,
  themeVariables,
  flowchart: { ...graph, nodeSpacing: 28, rankSpacing: 40, padding: 14, minNodeWidth: 40 },
  state: { ...graph, nodeSpacing: 32, rankSpacing: 40 },
  class: { ...graph },
  er: { ...graph },
  requirement: { ...graph },
  mindmap: { ...plain, layout: 'cose-bilkent' },
  sequence: { ...plain, height: 44, actorFontSize: FONT_SIZE, messageFontSize: FONT_SIZE, noteFontSize: FONT_SIZE },
  gantt: { ...plain },
  timeline: { ...plain },
  journey: { ...plain, textPlacement: 'tspan' },
  gitGraph: { ...plain },
  pie: { ...plain },
};

/** To be called once, in a thread that is enough of a browser. */
export function prepareMermaid(): void {
  mermaid.initialize({
    ...config,
    // A text's own settings are for another site's look, or for getting around this one's rules.
    secure: [...Object.keys(config), 'themeCSS', 'elk', 'altFontFamily', 'handDrawnSeed', 'dompurifyConfig', 'wrap'],
  });
}

/**
 * Draws a Mermaid text.
 * @returns Mermaid's SVG as an element of a document
 * @throws what Mermaid has to say about the text; see `messageOf`
 */
export async function drawWithMermaid(text: string): Promise<Element> {
  document.body.replaceChildren();
  const { svg, diagramType } = await mermaid.render(DRAWING_ID, text);
  if (!types.has(diagramType)) throw new Error(`Diagrams of the type ${diagramType} are not drawn`);
  const frame = document.createElement('div');
  frame.innerHTML = svg;
  const drawing = frame.querySelector('svg');
  if (!drawing) throw new Error('Mermaid has drawn nothing');
  return drawing;
}
