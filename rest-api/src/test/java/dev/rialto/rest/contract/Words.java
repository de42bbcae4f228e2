package dev.rialto.rest.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of types, operations and fields, so that the contract says the same. */
final class Words {
    private final Map<String, String> sentences = new HashMap<>();

    /** Reads the Javadoc below these folders. */
    static Words of(Path... folders) {
        Words words = new Words();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(folders)));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                words.new Reading(docs, unit).scan(unit, null);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path... folders) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    /** The description of a type; empty when it has none. */
    String of(Class<?> type) {
        return sentences.getOrDefault(type.getName().replace('$', '.'), "");
    }

    /** The description of a method, field, constant or record component. */
    String of(Class<?> type, String member) {
        return sentences.getOrDefault(type.getName().replace('$', '.') + "#" + member, "");
    }

    private final class Reading extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final String folder;
        private final Deque<String> types = new ArrayDeque<>();

        Reading(DocTrees docs, CompilationUnitTree unit) {
            this.docs = docs;
            this.folder = String.valueOf(unit.getPackageName());
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            types.addLast(type.getSimpleName().toString());
            keep(name());
            super.visitClass(type, null);
            types.removeLast();
            return null;
        }

        private String name() {
            return folder + "." + String.join(".", types);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            keep(name() + "#" + method.getName());
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            TreePath parent = getCurrentPath().getParentPath();
            if (parent.getLeaf().getKind() != Tree.Kind.METHOD) {
                keep(name() + "#" + variable.getName());
            }
            return null;
        }

        private void keep(String key) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment == null) {
                return;
            }
            sentences.putIfAbsent(key, text(comment.getFullBody()));
            comment.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .forEach(tag -> sentences.put(key + "#" + tag.getName(), text(tag.getDescription())));
        }
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Words::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replaceAll(" ?\\(([A-E]\\d+)([ ,–-]|to|and|[A-E]\\d+)*\\)", "")
                .strip();
    }

    private static String plain(DocTree part) {
        if (part instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (part instanceof LinkTree link) {
            return link.getReference().getSignature().replaceAll(".*#", "");
        }
        return part instanceof StartElementTree || part instanceof EndElementTree ? " " : part.toString();
    }
}
