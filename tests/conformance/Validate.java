import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files against flavours: arguments "2a,ua1=FILE"; one tab-separated line a rule broken, one a file checked. */
public final class Validate {
    private Validate() { }

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            for (String flavour : parts[0].split(",")) {
                check(PDFAFlavour.byFlavourId(flavour), flavour, parts[1]);
            }
        }
    }

    private static void check(PDFAFlavour flavour, String name, String file) throws Exception {
        try (FileInputStream input = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
                }
            }
            broken.forEach((rule, message) -> System.out.println(String.join("\t", "broken", name, file, rule, message)));
            System.out.println(String.join("\t", "checked", name, file, Long.toString(result.getTotalAssertions())));
        }
    }
}
