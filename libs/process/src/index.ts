export { claim, claimStream, concealed } from './claim.js';
export type { ClaimCommand, ClaimState } from './claim.js';
export type { ClaimEvent, ClaimKind, ValueClaimed, ValueReleased } from './claim.events.js';
export { ClaimHandler, ClaimRequest } from './claim.handler.js';
export { claimRules } from './claim.rules.js';
export { Claims, StreamClaims } from './claims.js';
export type {
  ProcessCommand,
  ProcessDefinition,
  ProcessEvent,
  ProcessInput,
  ProcessTimer,
  Reaction,
  Sentence,
  TimedInput,
  TimedProcess,
  TimedReaction,
  TimerInput,
  TimerOrder,
} from './definition.js';
export { endOf, startOf } from './due.js';
export { Checkpoints, CommandSender } from './ports.js';
export type { RunnerPorts, Step, SystemCommand, Trouble } from './ports.js';
export type { ProcessManagerEvent } from './process.events.js';
export { Processes } from './processes.js';
export { systemActor } from './reaction-events.js';
export { RehearsedProcesses } from './rehearsed-processes.js';
export { ProcessRunner } from './runner.js';
export type { ProcessProgress } from './runner.js';
export { RunningProcesses } from './running-processes.js';
export { LeasedProcesses } from './leased-processes.js';
export type { ProcessLease } from './leased-processes.js';
export type { LeasePorts } from './lease-keeper.js';
