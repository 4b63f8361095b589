import { useState } from 'react';
import { useText } from '../../../app/text.ts';
import { AskFailed } from '../../../data/ask.ts';
import { handIn } from '../../../data/documents.ts';
import { useMay } from '../../../data/explanation.ts';
import { useAct } from '../../../data/use-act.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { useMoment } from '../../../app/moment.ts';
import type { Plan } from '../compared.ts';
import { ProposeContribution } from '../drafting/drafting.documents.ts';
import { proposedText, remarksIn, without, withRemark } from './remarks.ts';
import type { Remark } from './remarks.ts';
import { reviewMessages } from './review.messages.ts';

/** A review of a plan by who is signed in: what they have to say, until it is sent. */
export type Review = ReturnType<typeof useReview>;

/** Remarks are kept by the browser; they are sent one by one, each once, and go as they arrive. */
export function useReview(plan: Plan) {
  const say = useText(reviewMessages);
  const isPast = useMoment() !== null;
  const { mandate } = useMay('proposeContribution', plan.id);
  const [kept, keep] = useDraft(`review.${plan.id}`);
  const { outcome, send } = useAct(ProposeContribution);
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const [isSent, setSent] = useState(false);
  const tables = plan.tables.filter(({ open }) => open);
  const remarks = remarksIn(kept);
  const change = (next: readonly Remark[]) => {
    keep(next.length === 0 ? '' : JSON.stringify(next));
  };
  const sendAll = async (table: string) => {
    setFailure(null);
    let left = remarks;
    try {
      for (const remark of remarks) {
        const stands = plan.sections.find(({ id }) => id === remark.section)?.text ?? '';
        const text = proposedText(remark, stands, (comment) => say('asComment', { text: comment }));
        const document = await handIn(new File([text], 'remark.txt', { type: 'text/plain' }));
        const { section: on, paragraph } = remark;
        const { state } = await send({ plan: plan.id, table, on, paragraph, document }, mandate);
        // What was not answered stays the first, and is sent again under the same id.
        if (state !== 'done') return;
        left = without(left, remark);
        change(left);
      }
      setSent(true);
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailure(error);
    }
  };
  return {
    ...{ remarks, tables, outcome, failure, sendAll, isSent },
    mayReview: !isPast && mandate !== null && tables.length > 0,
    hold: (remark: Remark) => {
      setSent(false);
      change(withRemark(remarks, remark));
    },
    remove: (remark: Remark) => {
      change(without(remarks, remark));
    },
  };
}
