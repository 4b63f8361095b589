import { BadConfig } from './bad-config.js';

/** Where spans go, and of how many commands. */
export type TraceSettings = Readonly<{ url: string; service: string; ratio: number }>;

/**
 * By the names that OpenTelemetry gives its settings; null where nobody asks for traces, and then
 * nothing of it is loaded. @throws BadConfig
 */
export function traceSettingsOf(env: NodeJS.ProcessEnv): TraceSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = env;
  const given = own ?? (all === undefined ? undefined : `${all.replace(/\/$/u, '')}/v1/traces`);
  if (given === undefined || env.OTEL_SDK_DISABLED === 'true') return null;
  const url = URL.parse(given);
  if (!url || !/^https?:$/u.test(url.protocol)) {
    throw new BadConfig(
      `OTEL_EXPORTER_OTLP_ENDPOINT is ${own ?? String(all)}: write the address of a collector, such as http://127.0.0.1:4318.`,
    );
  }
  return {
    url: url.href,
    service: env.OTEL_SERVICE_NAME ?? 'tavolo',
    ratio: ratioOf(env.OTEL_TRACES_SAMPLER_ARG),
  };
}

function ratioOf(text = '1'): number {
  const ratio = Number(text);
  if (/^\d/u.test(text) && ratio <= 1) return ratio;
  throw new BadConfig(
    `OTEL_TRACES_SAMPLER_ARG is ${text}: write the share of commands to trace, from 0 to 1.`,
  );
}
