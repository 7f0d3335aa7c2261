package companion.desktop.shell;

import companion.desktop.wizard.WizardController;
import javafx.scene.Node;

/** The wizard, as the shell sees it. */
record WizardView(WizardController wizard) implements View {
    @Override
    public Node node() {
        return wizard.node();
    }

    @Override
    public void focus() {
        wizard.focus();
    }

    @Override
    public void filter() {
        wizard.drawer().filter();
    }

    @Override
    public void primary() {
        wizard.primary();
    }

    @Override
    public String blocked() {
        return wizard.blocked();
    }

    @Override
    public void refresh() {
        wizard.refresh();
    }

    @Override
    public void close() {
        wizard.close();
    }
}
