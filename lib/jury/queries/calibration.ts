import { rows } from '@/lib/db';
import { type Calibration, calibrate } from '@/lib/jury/calibration';
import { connectedParts, type Part, type Thread, threadsOf } from '@/lib/jury/connection';
import { agreementByCriterion, type Habit, habitsOf } from '@/lib/jury/habits';
import { runsJury } from '@/lib/jury/policy';
import { filesWithReaders } from '@/lib/jury/queries/assignment';
import { marksOfStage, type RankedFile } from '@/lib/jury/queries/marks';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { standings } from '@/lib/jury/standing';
import type { Viewer } from '@/lib/viewer';

export type CalibrationView = {
  calibration: Calibration;
  habits: Habit[];
  agreement: Record<string, number | null>;
  files: Map<string, RankedFile>;
  jurors: Map<string, string>;
  /** Parts of the graph of what is assigned, before anyone marks. */
  assignedParts: Part[];
  /** What alone holds together what is marked, or what is assigned before anyone marks. */
  threads: (Thread & { name: string })[];
};

type Given = { file: string; juror: string; name: string };

/** What the marks of a stage say once severity is told from quality, or why it cannot be told. */
export async function calibrationOf(viewer: Viewer, stage: StageDetail): Promise<CalibrationView | null> {
  if (!runsJury(viewer)) return null;
  const [{ files, reviews }, assigned] = await Promise.all([
    marksOfStage(viewer, stage),
    filesWithReaders(viewer, stage),
  ]);
  const evaluations = standings(stage.rubric, files, reviews).flatMap(({ file, reviews: sent }) =>
    sent.flatMap(({ jurorId, total }) => (total === null ? [] : [{ file: file.id, juror: jurorId, value: total }])),
  );
  const given =
    stage.rubric.marking === 'collective'
      ? await rows<Given>(
          `SELECT h.application_id AS file, h.panel_id AS juror, '№ ' || n.name AS name
           FROM hearing h JOIN panel n ON n.id = h.panel_id WHERE h.stage_id = $1 LIMIT 5000`,
          [stage.id],
        )
      : assigned.flatMap(({ id, readers }) =>
          readers.map(({ jurorId, name }): Given => ({ file: id, juror: jurorId, name })),
        );
  const named = new Map([
    ...files.map(({ id, title }) => [id, title] as const),
    ...given.map(({ juror, name }) => [juror, name] as const),
  ]);
  return {
    calibration: calibrate(evaluations, { first: stage.settings.places ?? Math.ceil(files.length / 2), seed: 1 }),
    habits: habitsOf(evaluations),
    agreement: agreementByCriterion(stage.rubric, reviews),
    files: new Map(files.map((file) => [file.id, file])),
    jurors: new Map(reviews.map(({ jurorId, juror }) => [jurorId, juror])),
    assignedParts: connectedParts(given),
    threads: threadsOf(evaluations.length ? evaluations : given).map((one) => ({
      ...one,
      name: named.get(one.id) ?? one.id,
    })),
  };
}
