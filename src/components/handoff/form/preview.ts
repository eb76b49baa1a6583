import type { Segment } from '../../../forms/model/form.ts';

/** A segment on the page. */
interface Piece {
  segment: Segment;
  text: Text;
  /** The text, or the element that marks it. */
  node: ChildNode;
}

/** Shows the segments of a text, and changes only those that differ from what it shows already. */
export class Preview {
  readonly #frame: Element;
  #pieces: Piece[] = [];

  constructor(frame: Element) {
    this.#frame = frame;
    frame.replaceChildren();
  }

  show(segments: readonly Segment[]): void {
    segments.forEach((segment, index) => {
      const old = this.#pieces[index];
      if (old?.segment.state === segment.state && old.segment.field === segment.field) {
        replaceDifference(old.text, old.segment.text, segment.text);
        old.segment = segment;
        return;
      }
      const piece = createPiece(segment);
      if (old) old.node.replaceWith(piece.node);
      else this.#frame.append(piece.node);
      this.#pieces[index] = piece;
    });
    for (const { node } of this.#pieces.splice(segments.length)) node.remove();
  }

  /** Selects the text, so that the reader can copy it if the browser refuses to. */
  select(): void {
    getSelection()?.selectAllChildren(this.#frame);
  }
}

function createPiece(segment: Segment): Piece {
  const text = new Text(segment.text);
  if (segment.state === 'literal') return { node: text, text, segment };
  const marked = document.createElement(segment.state === 'filled' ? 'mark' : 'span');
  marked.dataset.state = segment.state;
  marked.append(text);
  return { node: marked, text, segment };
}

/** Replaces only the characters that differ, so that the browser need not lay out all of a long text again. */
function replaceDifference(node: Text, from: string, to: string): void {
  if (from === to) return;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++;
  node.replaceData(start, from.length - start - end, to.slice(start, to.length - end));
}
