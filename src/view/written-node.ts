export type NodeKind = 'persistent' | 'ephemeral' | 'container' | 'ttl';

/** A node as it can be written down. */
export interface WrittenNode {
  readonly path: string;
  readonly kind: NodeKind;
  /** ms; 0 unless it has a time to live. */
  readonly ttl: number;
  readonly data: NodeData;
}

/** No data, data that is text (in UTF-8), or other bytes, each in two hex digits. */
export type NodeData = null | { readonly text: string } | { readonly hex: string };
