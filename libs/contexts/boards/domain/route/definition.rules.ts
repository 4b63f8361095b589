import { rules } from '@tavolo/kernel';

/** What keeps a definition of routes, or a version of it, from coming about. */
export const definitionRules = rules({
  BoardUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’organo {id}.',
    'There is no board {id}, or it is not visible.',
  ],
  DefinitionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la disciplina {id}.',
    'There is no definition {id}, or it is not visible.',
  ],
  DecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la deliberazione {id}.',
    'There is no decision {id}, or it is not visible.',
  ],
  AlreadyDefined: ['X-11', 'La disciplina esiste già.', 'The definition exists already.'],
  OtherBody: [
    'D-8',
    'La disciplina è di un altro organo: solo quell’organo ne adotta una versione.',
    'The definition is of another body: only that body adopts a version of it.',
  ],
  LowerBody: [
    'D-8',
    'Un organo non disciplina l’iter di organi di livello superiore.',
    'A body does not rule the routes of bodies of a higher level.',
  ],
  NotItsAdoption: [
    'D-9',
    'La deliberazione {decision} non adotta questa disciplina.',
    'The decision {decision} does not adopt this definition.',
  ],
  AdoptionNotEffective: [
    'D-9',
    'La deliberazione che la adotta è nello stato {status}: deve essere efficace.',
    'The decision that adopts it is in the state {status}: it must be in effect.',
  ],
  NoStages: ['D-2', 'Un iter ha almeno una fase.', 'A route has at least one stage.'],
  StageTwice: [
    'D-2',
    'La fase {stage} compare due volte, o si chiama «origin»: ogni fase ha un nome suo.',
    'The stage {stage} stands there twice, or is called “origin”: each stage has a name of its own.',
  ],
  NobodyAsked: [
    'D-2',
    'La fase {stage} non interpella alcun organo, o ne interpella uno due volte.',
    'The stage {stage} asks no body, or asks one twice.',
  ],
  NumberOutOfReach: [
    'D-2',
    'La fase {stage} chiede {needed} organi su {asked}: non potrebbe mai riuscire.',
    'The stage {stage} needs {needed} bodies of {asked}: it could never pass.',
  ],
  ObjectionWithoutNumber: [
    'D-2',
    'La fase {stage} deve dire quante opposizioni impongono il riesame.',
    'The stage {stage} must say how many objections force the origin to think again.',
  ],
  ObjectionWithoutTerm: [
    'D-2',
    'La fase {stage} ammette solo opposizioni: serve un termine, e il silenzio vale assenso.',
    'The stage {stage} allows objections only: it needs a term, and silence is assent.',
  ],
  SilenceWithoutTerm: [
    'D-2',
    'La fase {stage} dà un significato al silenzio ma non un termine: quel silenzio non verrebbe mai.',
    'The stage {stage} gives silence a meaning but no term: that silence would never come.',
  ],
  EscalationToNobody: [
    'D-2',
    'La fase {stage} rimette la questione a un altro organo, ma non dice quale, o è uno di quelli già interpellati.',
    'The stage {stage} escalates to another body, but does not say to which, or to one that it asks already.',
  ],
  SentBackNowhere: [
    'D-2',
    'La fase {stage} rinvia a {to}, che non è una fase precedente né l’origine.',
    'The stage {stage} sends back to {to}, which is no earlier stage nor the origin.',
  ],
});
