import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Injectable } from '@nestjs/common';

/** An input on a plan; without one it begins one. */
interface OnPlan {
  readonly plan?: string;
  readonly commandId?: string;
}

interface Resting {
  readonly documents?: readonly { readonly sha256: string }[];
}

/** Sends the commands of mutations on plans. */
@Injectable()
export class PlanCommands {
  constructor(private readonly mutations: Mutations) {}

  /** `type` is the command's, the input without its plan is its data. */
  send(type: string, { plan, ...input }: OnPlan, context: RequestContext): Promise<CommandResult> {
    const sent = { aggregate: 'plan', field: 'plan', type, target: plan ?? null, input };
    return this.mutations.send(sent, context);
  }
}

/** The document that the content names is a document of the act too. */
export function resting<T extends Resting>(input: T, sha256: string): T {
  const given = input.documents ?? [];
  if (given.some((document) => document.sha256 === sha256)) return input;
  return { ...input, documents: [...given, { sha256 }] };
}
