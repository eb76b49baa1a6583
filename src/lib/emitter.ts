/** Base class for state that others observe: typed events without a DOM. */
export class Emitter<Type extends string> extends EventTarget {
  /** @param signal removes the listener */
  on(type: Type, listener: () => void, signal: AbortSignal): void {
    this.addEventListener(type, listener, { signal });
  }

  protected emit(type: Type): void {
    this.dispatchEvent(new Event(type));
  }
}

/** State that announces each of its changes as `update`. */
export type Updates = Pick<Emitter<'update'>, 'on'>;
