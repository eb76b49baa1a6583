import type { Segment } from '../../../forms/model/form.ts';

/** A piece on the page: its text, the element around it if it is marked, and what it was made from. */
interface Piece {
  node: ChildNode;
  text: Text;
  segment: Segment;
}

/** Shows a text of segments, and changes only what differs from what it shows already. */
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
        changeText(old.text, old.segment.text, segment.text);
        old.segment = segment;
        return;
      }
      const made = makePiece(segment);
      if (old) old.node.replaceWith(made.node);
      else this.#frame.append(made.node);
      this.#pieces[index] = made;
    });
    for (const { node } of this.#pieces.splice(segments.length)) node.remove();
  }

  /** Selects the text, for whoever has to copy it by hand. */
  select(): void {
    getSelection()?.selectAllChildren(this.#frame);
  }
}

function makePiece(segment: Segment): Piece {
  const text = new Text(segment.text);
  if (segment.state === 'literal') return { node: text, text, segment };
  const around = document.createElement(segment.state === 'filled' ? 'mark' : 'span');
  around.dataset.state = segment.state;
  around.append(text);
  return { node: around, text, segment };
}

/** Replaces the letters that differ: a browser then keeps what it has laid out of a long text around them. */
function changeText(node: Text, from: string, to: string): void {
  if (from === to) return;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++;
  node.replaceData(start, from.length - start - end, to.slice(start, to.length - end));
}
