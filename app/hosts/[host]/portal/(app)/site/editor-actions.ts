import {
  changePageAction,
  changePageRulesAction,
  createPageAction,
  deletePageAction,
  discardPageDraftAction,
  movePageAction,
  previewLinkAction,
  previewPageAction,
  publishPageAction,
  restoreVersionAction,
  unpublishPageAction,
  uploadPictureAction,
} from './actions';

/** What can be done with a page wherever it is shown. */
export const pageActions = {
  publish: publishPageAction,
  unpublish: unpublishPageAction,
  remove: deletePageAction,
  move: movePageAction,
};

/** All that the editor can do. */
export const editorActions = {
  ...pageActions,
  create: createPageAction,
  change: changePageAction,
  preview: previewPageAction,
  previewLink: previewLinkAction,
  discardDraft: discardPageDraftAction,
  changeRules: changePageRulesAction,
  restore: restoreVersionAction,
  uploadPicture: uploadPictureAction,
};
