import {
  changePageAction,
  createPageAction,
  deletePageAction,
  previewPageAction,
  publishPageAction,
  unpublishPageAction,
} from './actions';

/** All that the editor can do. */
export const editorActions = {
  create: createPageAction,
  change: changePageAction,
  preview: previewPageAction,
  publish: publishPageAction,
  unpublish: unpublishPageAction,
  remove: deletePageAction,
};
