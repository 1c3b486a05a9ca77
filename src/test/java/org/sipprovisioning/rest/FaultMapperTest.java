package org.sipprovisioning.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.OutcomeUnknown;
import org.sipprovisioning.fault.TooLarge;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.fault.TooSlow;
import org.sipprovisioning.fault.UnknownHost;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.UnreadableDocument;
import org.sipprovisioning.lpconfig.UnrenderableDocument;
import org.sipprovisioning.lpconfig.UnusableDocument;
import org.sipprovisioning.provisioning.hooks.BrokenHook;
import org.sipprovisioning.provisioning.hooks.HookFailed;

class FaultMapperTest {

    private static final Map<Fault, Integer> STATUS = Map.ofEntries(
            Map.entry(new MalformedRequest("m"), 400),
            Map.entry(new Forbidden("m"), 403),
            Map.entry(new NotFound(), 404),
            Map.entry(new OutcomeUnknown("m"), 503),
            Map.entry(new Conflict("m"), 409),
            Map.entry(new TooLarge(7), 413),
            Map.entry(new UnknownHost(), 421),
            Map.entry(new InvalidInput("f", "r"), 422),
            Map.entry(new TooManyRequests(Duration.ofMillis(1_999)), 429),
            Map.entry(new Busy("m"), 503),
            Map.entry(new TooSlow(), 408));

    /** Faults that are not a fault of the request. The client gets 500, and the log has the message. */
    private static final Set<Class<? extends Fault>> OURS = Set.of(
            BrokenHook.class,
            HookFailed.class,
            LinphonercFault.class,
            UnreadableDocument.class,
            UnrenderableDocument.class,
            UnusableDocument.class);

    private final FaultMapper mapper = new FaultMapper();

    @Test
    void everyFaultHasItsStatus() {
        assertThat(STATUS).allSatisfy((fault, status) -> {
            Response answer = mapper.toResponse(fault);
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
            assertThat(body(answer)).startsWith("{\"message\":\"" + fault.getMessage());
        });
    }

    /** A new type of fault must get a status here, or be added to {@link #OURS}. */
    @Test
    void noFaultIsForgotten() {
        Set<String> known = new TreeSet<>();
        STATUS.keySet().forEach(fault -> known.add(fault.getClass().getName()));
        OURS.forEach(type -> known.add(type.getName()));

        assertThat(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.sipprovisioning"))
                .filteredOn(type ->
                        type.isAssignableTo(Fault.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void aFaultOfOursIsToldToTheLogOnly() {
        Fault fault = catchThrowableOfType(LinphonercFault.class, () -> Linphonerc.parse("[a]\nb=\u0001"));
        Logger log = Logger.getLogger(FaultMapper.class.getName());
        log.setLevel(Level.OFF);
        try {
            Response answer = mapper.toResponse(fault);
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(body(answer)).isEqualTo("{\"message\":\"Internal error.\"}");
        } finally {
            log.setLevel(null);
        }
    }

    @Test
    void namesTheFieldsInTheirOrder() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        errors.put("b", List.of("is \"odd\"", "is required"));
        errors.put("a", List.of("is é"));
        Response answer = mapper.toResponse(new InvalidInput(errors));

        assertThat(body(answer))
                .isEqualTo("{\"message\":\"The given data was invalid.\",\"errors\":"
                        + "{\"b\":[\"is \\\"odd\\\"\",\"is required\"],\"a\":[\"is é\"]}}");
        assertThat(answer.getHeaderString("Content-Length"))
                .isEqualTo(String.valueOf(((byte[]) answer.getEntity()).length));
    }

    @Test
    void hasNoErrorsWhereThereAreNoFields() {
        assertThat(new String(ErrorBody.bytes("m", Map.of()), UTF_8)).isEqualTo("{\"message\":\"m\"}");
    }

    /** The time is rounded up, so that a client does not try again too early. */
    @Test
    void saysWhenToTryAgain() {
        assertThat(mapper.toResponse(new TooManyRequests(Duration.ofMillis(1_999)))
                        .getHeaderString("Retry-After"))
                .isEqualTo("2");
        assertThat(mapper.toResponse(new Busy("m")).getHeaderString("Retry-After"))
                .isEqualTo("1");
    }

    private static String body(Response answer) {
        return new String((byte[]) answer.getEntity(), UTF_8);
    }
}
