import type { ProjectionWork } from '../projection.js';
import type { AppliedFailure } from '../status.js';
import type { ReadModelWriter, WriterNotice } from '../writer.js';

/** What a module for the worker thread exports under the name `openProjectionWork`. */
export type OpenProjectionWork = (settings: unknown) => ProjectionWork | Promise<ProjectionWork>;

/** `module` is the address of a module that exports `openProjectionWork`; settings are cloned. */
export type ThreadSettings = Readonly<{ module: string; settings: unknown }>;

export type Method = Exclude<keyof ReadModelWriter, 'wake'>;

/** To the thread: a call with its number, or a hint. */
export type Call = MethodCall | 'wake';

export type MethodCall = Readonly<{
  call: number;
  method: Method;
  parameters: readonly unknown[];
}>;

/** An error as it crosses between threads, where classes are lost. */
export type Thrown = Readonly<{ name: string; message: string; failed?: AppliedFailure }>;

/** From the thread: the answer to a call, or what the writer tells. */
export type Answer =
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly thrown: Thrown }
  | { readonly notice: WriterNotice };
