import { messages } from '../../app/text.ts';

/** The timeline of a plan. */
export const timelineMessages = messages({
  it: {
    title: 'Il piano nel tempo',
    finding:
      'Il piano è {status} dal {from}, {days} giorni dopo l’avvio, nella {stages, number}ª fase; la fine prevista è il {end}{isLate, select, yes {, ormai passata} other {}}.',
    today: 'oggi, o il momento mostrato',
    approval: 'approvazione',
    signature: 'accordo in vigore',
    deadline: 'fine prevista',
    stages: 'Fasi del piano',
    stage: 'Fase',
    from: 'Dal',
    to: 'Al',
    lasts: 'in corso',
    days: 'Giorni',
  },
  en: {
    title: 'The plan through time',
    finding:
      'The plan is {status} since {from}, {days} days after it was initiated, in stage {stages, number}; its planned end is {end}{isLate, select, yes {, which is past} other {}}.',
    today: 'today, or the moment shown',
    approval: 'approval',
    signature: 'agreement in force',
    deadline: 'planned end',
    stages: 'Stages of the plan',
    stage: 'Stage',
    from: 'From',
    to: 'To',
    lasts: 'goes on',
    days: 'Days',
  },
});
