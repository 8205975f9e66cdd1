package dev.apsis.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The rules a Java file is held to; it is read by the JDK's own parser, so strings cannot fool
 * them.
 */
final class JavaRules extends TreePathScanner<Void, Void> {
    private static final int MOST_METHOD_LINES = 60;
    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "Manager",
                    "Helper",
                    "Helpers",
                    "Util",
                    "Utils",
                    "Impl",
                    "Base",
                    "Data",
                    "Info",
                    "Service",
                    "Object",
                    "Abstract");

    private final Path file;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Finding> findings = new ArrayList<>();

    private JavaRules(Path file, CompilationUnitTree unit, DocTrees trees) {
        this.file = file;
        this.unit = unit;
        this.trees = trees;
    }

    static List<Finding> findings(Path file, String source) {
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        problem -> {},
                                        List.of("-proc:none"),
                                        null,
                                        List.of(new Source(file, source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            JavaRules rules = new JavaRules(file, unit, DocTrees.instance(task));
            rules.scan(unit, null);
            return rules.findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
        if (tree.getQualifiedIdentifier().toString().endsWith(".*")) {
            found(tree, "no wildcard imports: name what is used");
        }
        return super.visitImport(tree, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        String name = tree.getSimpleName().toString();
        for (String word : WORDS.split(name)) {
            if (EMPTY_WORDS.contains(word)) {
                found(tree, "'" + word + "' says nothing: name " + name + " after its one role");
            }
        }
        if (tree.getKind() == Tree.Kind.INTERFACE && name.matches("I[A-Z][a-z].*")) {
            found(tree, "no I before an interface: name " + name + " after its role");
        }
        boolean topLevel =
                getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        if (isMain() && topLevel && firstSentence().isBlank()) {
            found(tree, "say in one Javadoc sentence what " + name + " is");
        }
        return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        long lines = lineOf(endOf(tree)) - lineOf(startOf(tree)) + 1;
        if (lines > MOST_METHOD_LINES) {
            found(tree, tree.getName() + " has " + lines + " lines: 60 at most, so take steps out");
        }
        if (isForBots() && isUnexplained(tree)) {
            found(
                    tree,
                    "authors of bots read this: say in a Javadoc what " + tree.getName() + " does");
        }
        return super.visitMethod(tree, null);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
        Set<Modifier> modifiers = tree.getModifiers().getFlags();
        boolean changing =
                modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.FINAL);
        if (isMain() && changing) {
            found(tree, "no static state: give " + tree.getName() + " to whoever owns it");
        }
        return super.visitVariable(tree, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
        String owner = tree.getExpression().toString();
        String name = tree.getIdentifier().toString();
        boolean print = owner.equals("System") && (name.equals("out") || name.equals("err"));
        if (print && !file.toString().matches(".*/dev/apsis/(app|boot)/.*")) {
            found(
                    tree,
                    "only dev.apsis.app talks to the console: log, or return what is to be said");
        }
        boolean sleeper = owner.equals("Thread") || owner.contains("TimeUnit");
        if (sleeper && name.equals("sleep")) {
            found(tree, "nothing sleeps: use a timer, and in a test step the machine by hand");
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void nothing) {
        String name = tree.getAnnotationType().toString();
        if (name.substring(name.lastIndexOf('.') + 1).equals("Disabled")) {
            found(tree, "no disabled tests: mend it or delete it");
        }
        return super.visitAnnotation(tree, null);
    }

    @Override
    public Void visitPrimitiveType(PrimitiveTypeTree tree, Void nothing) {
        boolean shared = file.startsWith("protocol") && isMain();
        if (shared && tree.getPrimitiveTypeKind() == TypeKind.FLOAT) {
            found(tree, "no float in the protocol, the browser keeps it in 64 bits: use double");
        }
        return super.visitPrimitiveType(tree, null);
    }

    /** Whether it is public API, whose stable part is the package of the bots. */
    private boolean isForBots() {
        return file.toString().contains("src/main/java/dev/apsis/protocol/bot/");
    }

    private boolean isUnexplained(MethodTree tree) {
        boolean inherited =
                tree.getModifiers().getAnnotations().stream()
                        .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
        boolean open = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
        return open && !inherited && firstSentence().isBlank();
    }

    private boolean isMain() {
        return file.toString().contains("src/main/");
    }

    private String firstSentence() {
        var comment = trees.getDocCommentTree(getCurrentPath());
        return comment == null ? "" : comment.getFirstSentence().toString();
    }

    private long startOf(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long endOf(Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private long lineOf(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private void found(Tree tree, String advice) {
        findings.add(new Finding(file, lineOf(startOf(tree)), advice));
    }

    /** A source the parser reads from memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
