import { isCoordinator, type Viewer } from '@/lib/viewer';

/** Importing, and answering what imports ask, belong to the coordination. */
export const mayImport = (viewer: Viewer): boolean => isCoordinator(viewer);
