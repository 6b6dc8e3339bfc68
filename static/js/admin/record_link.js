// The Draftail entity of a link to a record or story: chooser, storage, tooltip. Draftail, Draft.js, React and
// the icon are Wagtail's own globals; words and addresses come from the server.
(() => {
  const { createElement } = window.React;
  const { EditorState, Modifier, RichUtils } = window.DraftJS;
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  function openChooser(modal) {
    const body = modal.body[0];
    const form = body.querySelector("form");
    const words = form.elements.q;
    const focusWords = () => {
      words.focus();
      words.setSelectionRange(words.value.length, words.value.length);
    };
    modal.ajaxifyForm(form);
    modal.container.one("shown.bs.modal", focusWords);
    focusWords();
    const results = body.querySelector("[data-record-link-results]");
    form.addEventListener("submit", () => {
      results.inert = true; // an answer that comes after the choice would open the window again
    });
    results.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-record]");
      if (choice) modal.respond("chosen", { ...choice.dataset });
    });
  }

  class RecordLinkSource extends ModalWorkflowSource {
    getChooserConfig(entity, selectedText) {
      return {
        url: this.props.entityType.chooserUrls.record,
        urlParams: { q: selectedText || (entity ? entity.getData().label : "") },
        onload: { record_link: openChooser },
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ record, label, url }) {
      const { editorState, entityType, onComplete } = this.props;
      const selection = editorState.getSelection();
      const content = editorState.getCurrentContent().createEntity(entityType.type, "MUTABLE", { record, label, url });
      const key = content.getLastCreatedEntityKey();
      const linked = selection.isCollapsed()
        ? EditorState.push(editorState, Modifier.replaceText(content, selection, label, null, key), "insert-characters")
        : RichUtils.toggleLink(editorState, selection, key);
      this.workflow.close();
      onComplete(linked);
    }
  }

  const RecordLink = (props) => {
    const { label, url } = props.contentState.getEntity(props.entityKey).getData();
    const icon = createElement(window.wagtail.components.Icon, { name: url ? "snippet" : "warning" });
    return createElement(TooltipEntity, { ...props, icon, label: label || "", url: url || null });
  };

  registerPlugin({ type: "RECORD-LINK", source: RecordLinkSource, decorator: RecordLink }, "entityTypes");
})();
