import { mayManageCohort } from '@/lib/programme/policy';
import type { Viewer } from '@/lib/viewer';

/** Money is the coordination's: of the cohort, or of the whole programme. */
export const mayManageFunding = (viewer: Viewer, cohortId: string): boolean => mayManageCohort(viewer, cohortId);
