import { exampleFile } from '../example-file.js';

const FOLDER = 'lab-impact';

interface Named {
  readonly it: string;
  readonly en: string;
}

/** An action of a plan as its source gives it. */
export interface SourceComponent extends Named {
  readonly id: string;
  readonly objective_it?: string;
  readonly objective_en?: string;
  readonly targets?: readonly string[];
  readonly interventions?: readonly Named[];
  readonly strengths_at_end?: readonly Named[];
}

/** A plan as its source gives it; dates as exact as there. */
export interface SourcePlan {
  readonly id: string;
  readonly name: string;
  readonly call: string;
  readonly execution_start: string;
  readonly execution_end: string;
  readonly type_it: string;
  readonly type_en: string;
  readonly purpose_it?: string;
  readonly purpose_en?: string;
  readonly amount_note?: string;
  readonly total_assigned_cents: number;
  readonly components: readonly SourceComponent[];
}

/** What the programme itself says: examples/lab-impact/programme.json. */
export interface ProgrammeData {
  readonly meta: { readonly fund: string; readonly fund_objective: string };
  readonly authorities: readonly (Named & { readonly id: string })[];
  readonly calls: readonly (Named & {
    readonly id: string;
    readonly title_it?: string;
    readonly acronym?: string;
  })[];
  readonly plans: readonly SourcePlan[];
  readonly target_groups: readonly (Named & { readonly id: string })[];
}

/** What public acts say of the two calls: examples/lab-impact/public.json. */
export interface PublicData {
  readonly calls: readonly PublicCall[];
}

/** What public acts say of one call; amounts in cents. */
export interface PublicCall {
  readonly id: string;
  readonly budget_cents: number;
  readonly lead_kinds: readonly string[];
  readonly mandatory: readonly {
    readonly category: string;
    readonly kinds: readonly string[];
    readonly min: number;
  }[];
  readonly deadline_first?: string;
  /** On the clock of a place. */
  readonly deadline?: { readonly local: string; readonly zone: string };
  readonly act?: { readonly it: string; readonly date: string };
  readonly court_registration?: { readonly no: string; readonly date: string };
  readonly extensions?: readonly {
    readonly act: string;
    readonly date: string;
    readonly only_some_regions?: boolean;
  }[];
}

/** A plan of the source by its id. */
export function planSource(id: string): SourcePlan {
  const plan = programmeData().plans.find((one) => one.id === id);
  if (!plan) throw new Error(`examples/${FOLDER} does not know the plan ${id}`);
  return plan;
}

/** What the programme itself says. @throws Error where the file is missing */
export function programmeData(): ProgrammeData {
  return exampleFile(FOLDER, 'programme.json') as ProgrammeData;
}

/** What public acts say. @throws Error where the file is missing */
export function publicData(): PublicData {
  return exampleFile(FOLDER, 'public.json') as PublicData;
}

/** `closedForApplications` as the schema writes it: `CLOSED_FOR_APPLICATIONS`. */
export function enumName(value: string): string {
  return value.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
