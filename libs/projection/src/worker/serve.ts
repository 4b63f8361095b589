import type { MessagePort } from 'node:worker_threads';
import { inlineWriter } from '../inline-writer.js';
import type { ProjectionWork } from '../projection.js';
import { ProjectionFailed } from '../status.js';
import type { ReadModelWriter } from '../writer.js';
import type { Answer, Call, Method, MethodCall, Thrown } from './protocol.js';

/** Lets another thread use a writer on this one, until it closes it. */
export function serve(port: MessagePort, work: ProjectionWork): void {
  const tell = (message: Answer): void => {
    port.postMessage(message);
  };
  const writer = inlineWriter(work)((notice) => {
    tell({ notice });
  });
  port.on('message', (call: Call) => {
    if (call === 'wake') writer.wake();
    else void answer(call);
  });

  async function answer({ call, method, parameters }: MethodCall): Promise<void> {
    try {
      tell({ answer: call, value: await invoke(writer, method, parameters) });
    } catch (error) {
      tell({ answer: call, thrown: thrown(error) });
    }
    if (method !== 'close') return;
    await work.close?.();
    port.close();
  }
}

function invoke(
  writer: ReadModelWriter,
  method: Method,
  parameters: readonly unknown[],
): Promise<unknown> {
  const bound = writer[method].bind(writer) as (...all: readonly unknown[]) => Promise<unknown>;
  return bound(...parameters);
}

function thrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { message, constructor } = error;
  if (!(error instanceof ProjectionFailed)) return { name: constructor.name, message };
  const { projection, eventId, position } = error;
  return { name: constructor.name, message, failed: { projection, eventId, position, message } };
}
