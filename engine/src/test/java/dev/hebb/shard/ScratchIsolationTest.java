package dev.hebb.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.rule.LearningRules;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers share nothing that can change: what one scratch memory reaches, another does not, but for records of
 * settings.
 */
class ScratchIsolationTest {
    static List<String> rules() {
        return LearningRules.names();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void twoScratchMemoriesShareOnlyRecords(String rule) throws IllegalAccessException {
        // Given
        Learning standard = Learning.standard();
        Learning learning = new Learning(
                rule, standard.evidence(), standard.stages(), standard.constants(), standard.homeostasis());
        ShardConfig config = ShardFixture.config(1, 2_000);
        // When
        Set<Object> shared = reachable(new DendriteScratch(config, learning));
        Set<Object> other = reachable(new DendriteScratch(config, learning));
        assertThat(shared).hasSizeGreaterThan(50);
        shared.removeIf(object -> !other.contains(object));
        // Then
        assertThat(shared).contains(config, learning).allMatch(object -> object instanceof Record);
    }

    /** Arrays and objects of this project that can be reached by fields. */
    private static Set<Object> reachable(Object from) throws IllegalAccessException {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(from, reached);
        return reached;
    }

    private static void visit(Object object, Set<Object> reached) throws IllegalAccessException {
        boolean array = object != null && object.getClass().isArray();
        boolean ours = object != null && object.getClass().getName().startsWith("dev.hebb.");
        if ((!array && !ours) || object instanceof Enum || !reached.add(object)) {
            return;
        }
        if (object instanceof Object[] elements) {
            for (Object element : elements) {
                visit(element, reached);
            }
        }
        for (Class<?> type = object.getClass(); ours && type != Object.class; type = type.getSuperclass()) {
            for (Field field : Arrays.asList(type.getDeclaredFields())) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    visit(field.get(object), reached);
                }
            }
        }
    }
}
