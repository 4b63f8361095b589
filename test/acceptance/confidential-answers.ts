/** An office with its holder. */
export interface Held {
  readonly mandate: string;
  readonly person: { readonly id: string };
}

/** What a look at the matter found. */
export interface Looked {
  readonly decision: object | null;
  readonly decisions: { readonly totalCount: number; readonly edges: readonly object[] };
  readonly history: { readonly totalCount: number };
}

/** What the list of events tells. */
export interface Logged {
  readonly events: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly type: string } }[];
  };
}

/** What left a trace. */
export interface Traces {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly node: { readonly person: { readonly id: string }; readonly kind: string };
  }[];
}
