import type { Action, Question, Role } from '../src/policy/question.js';

/**
 * The rules of `policies/` a second time, by hand and without Cedar, so that two independent
 * readings of one intention can be compared. No production code may import it.
 */
export const may: Readonly<Record<Action, readonly Role[] | 'everybody'>> = {
  vote: ['seat'],
  sit: ['seat'],
  preside: ['chair'],
  signDecision: ['chair'],
  convene: ['chair', 'secretary'],
  minute: ['chair', 'secretary'],
  propose: ['seat', 'chair', 'secretary', 'lead', 'coordinator', 'authority'],
  carryOut: ['lead', 'coordinator', 'authority', 'chair', 'secretary', 'partner'],
  object: ['seat', 'chair', 'secretary', 'partner'],
  appoint: ['lead', 'authority', 'administrator', 'chair'],
  declare: 'everybody',
  invite: 'everybody',
  define: ['authority', 'administrator'],
  govern: ['authority'],
  approve: ['authority'],
  verify: ['lead', 'authority'],
  commit: ['lead', 'authority'],
  lead: ['lead', 'coordinator'],
  constitute: ['lead', 'authority'],
  endorse: ['partner'],
  participate: ['partner'],
  report: ['lead', 'coordinator', 'member', 'authority'],
  represent: ['representative'],
  describe: ['representative', 'administrator'],
  empower: ['legalRepresentative', 'administrator'],
  negotiate: ['party', 'member', 'lead', 'coordinator', 'authority'],
  sign: ['party'],
  conclude: ['party', 'lead', 'authority'],
  openAccess: ['administrator', 'authority'],
  mandate: ['administrator', 'authority'],
  activate: ['administrator'],
  closeLogins: ['administrator', 'authority'],
  recordPast: ['party', 'lead', 'authority', 'administrator'],
  process: [],
  readPublished: 'everybody',
  readRegister: 'everybody',
  read: [
    ...(['administrator', 'authority', 'auditor', 'chair', 'concerned', 'coordinator'] as const),
    ...(['lead', 'member', 'party', 'representative', 'seat', 'secretary', 'self'] as const),
  ],
  readSecret: ['self', 'seat', 'chair', 'secretary', 'auditor', 'representative'],
  readReasons: ['self', 'administrator', 'auditor'],
};

const reading: readonly Action[] = [
  ...(['readPublished', 'readRegister', 'read', 'readSecret', 'readReasons'] as const),
];
const deciding: readonly Action[] = [
  ...(['vote', 'preside', 'signDecision', 'sign', 'endorse'] as const),
  ...(['approve', 'commit', 'verify'] as const),
];
/** What a service may do for its organisation. */
const byServices: readonly Action[] = [
  ...(['minute', 'carryOut', 'lead', 'participate', 'report'] as const),
  ...(['describe', 'negotiate', 'recordPast'] as const),
  ...(['readPublished', 'readRegister', 'read'] as const),
];

/** Whether the rules let it happen. */
export function plainlyAllowed(question: Question): boolean {
  const { principal, action } = question;
  if (principal.type === 'Process') return action === 'process' && !isForbidden(question);
  if (principal.type === 'Anybody') return isOpenToAnybody(question);
  if (principal.type === 'Service' && !byServices.includes(action)) return false;
  if (isForbidden(question)) return false;
  const allowed = may[action];
  if (allowed === 'everybody') return true;
  return allowed.some(
    (role) => (role !== 'self' || principal.type === 'Person') && holds(question, role),
  );
}

/** Without signing in: what is published, and of a demo all that is not confidential. */
function isOpenToAnybody(question: Question): boolean {
  const { action, standing } = question;
  if (action === 'readPublished') return true;
  if (action === 'readSecret' || action === 'readReasons') return false;
  if (standing.mandate === 'spectator') return true;
  const roles = (may.read as readonly Role[]).filter((role) => role !== 'self');
  return action === 'read' && roles.some((role) => holds(question, role));
}

function isForbidden({ action, standing: { mandate, forOneself } }: Question): boolean {
  if (mandate === 'auditor') return !reading.includes(action);
  if (mandate !== 'administrator') return false;
  if (deciding.includes(action) || action === 'readSecret') return true;
  return forOneself && ['appoint', 'empower', 'mandate'].includes(action);
}

function holds({ resource, standing }: Question, role: Role): boolean {
  const at = standing.at[role] ?? [];
  return at.some((id) => id === resource.id || resource.above.includes(id));
}
