import type { ReactNode } from 'react';
import { hashQuery } from '../browser/hash-location.ts';
import { NotFound } from '../widgets/not-found.tsx';
import type { Brought, LabDescriptor } from '../lab-frame/descriptor.ts';
import { Lab } from '../lab-frame/lab.tsx';
import { foretold } from '../lab-frame/stills.ts';
import { askedRun, openAsked } from '../share/open-asked.ts';
import type { AskedRun } from '../share/open-asked.ts';
import { LabLoading } from './lab-loading.tsx';
import { Opening } from './opening.tsx';
import { useLab } from './use-lab.ts';
import { useOpen } from './use-open.ts';
import { useRun } from '../sim/use-run.ts';
import { wantedLocale } from '../words/locale.ts';
import type { Foretold } from '../../view/foretold.ts';

/** The frame, once there is something to be seen in it: its buttons are there when they work. */
const OpenLab = (props: { lab: LabDescriptor; skeleton: ReactNode; onRestart: () => void }) => {
  const { lab, skeleton, onRestart } = props;
  const name = lab.useName();
  const open = useOpen();
  return (
    <Opening skeleton={skeleton}>
      {open ? <Lab lab={lab} crumbs={[name]} text={null} onRestart={onRestart} /> : null}
    </Opening>
  );
};

/** What opening the lab as it opens by itself is answered; without it the worker says so a little later. */
const toldAhead = (model: string): Promise<Foretold | null> =>
  foretold({ model, lesson: null }, wantedLocale()).catch(() => null);

const FreeLab = ({ lab, asked }: { lab: LabDescriptor; asked: AskedRun }) => {
  const { shared, cold, wished, first } = asked;
  const address = `${lab.id} ${wished ?? first.id} ${shared ?? (cold ? 'start' : '')}`;
  const restart = useRun(lab.model, address, () =>
    openAsked(asked, lab.presets, () => toldAhead(lab.id)),
  );
  return <OpenLab lab={lab} skeleton={<LabLoading id={lab.id} />} onRestart={restart} />;
};

/** A lab that shows what the reader brings to it. */
const BroughtLab = ({ lab, brought }: { lab: LabDescriptor; brought: Brought }) => {
  const key = brought.useKey();
  return key === null ? (
    <brought.Ask />
  ) : (
    <ShownLab key={key} lab={lab} brought={brought} shown={key} />
  );
};

const ShownLab = (props: { lab: LabDescriptor; brought: Brought; shown: string }) => {
  const { lab, brought, shown } = props;
  const restart = useRun(lab.model, shown, brought.open);
  return <OpenLab lab={lab} skeleton={<brought.Reading />} onRestart={restart} />;
};

/** `#/lab/<id>`: the lab with a run of its own, or the run that the link holds. */
export const LabPage = ({ id }: { id: string }) => {
  const lab = useLab(id);
  if (lab === 'loading') return <LabLoading id={id} />;
  if (lab?.brought !== undefined) return <BroughtLab lab={lab} brought={lab.brought} />;
  const asked = lab === null ? null : askedRun(hashQuery(), lab.presets);
  return lab === null || asked === null ? <NotFound /> : <FreeLab lab={lab} asked={asked} />;
};
