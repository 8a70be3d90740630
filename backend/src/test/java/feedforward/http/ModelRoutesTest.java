package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.wire.ModelFormat;
import feedforward.wire.NetworkSpecJson;
import feedforward.wire.SavedModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRoutesTest {
    private static final SavedModel MODEL = model(Activation.TANH);

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void modelComesBackAsItWent() {
        HttpResponse<String> kept = upload(MODEL.toBytes());

        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(TestServer.json(kept).getString("sha256", "")).isEqualTo(MODEL.sha256());
        assertThat(TestServer.json(kept).getInt("parameters", 0)).isEqualTo(8);
        assertThat(TestServer.json(kept).get("network")).isEqualTo(NetworkSpecJson.write(MODEL.network()));
        String location = kept.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/models/" + MODEL.sha256() + "/weights.safetensors");
        assertThat(server.bytes(location).body()).isEqualTo(MODEL.toBytes());
    }

    @Test
    void modelIsThereInEveryFormat() {
        upload(MODEL.toBytes());

        for (ModelFormat format : ModelFormat.values()) {
            HttpResponse<byte[]> response = server.bytes("/api/v1/models/" + MODEL.sha256() + "/" + format.fileName());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(format.write(MODEL));
        }
    }

    @Test
    void sameModelTwiceIsOneModel() {
        upload(MODEL.toBytes());

        assertThat(upload(MODEL.toBytes()).statusCode()).isEqualTo(200);
        assertThat(list()).isEqualTo(List.of(MODEL.sha256()));
    }

    @Test
    void sameWeightsInAnotherNetworkAreAConflict() {
        upload(MODEL.toBytes());

        HttpResponse<String> response = upload(model(Activation.RELU).toBytes());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(TestServer.error(response))
                .isEqualTo("Model " + MODEL.sha256()
                        + ": expected the network it is kept with but was another for the same weights");
    }

    @Test
    void modelsOutliveTheServer() {
        upload(MODEL.toBytes());
        server.close();

        try (TestServer next = TestServer.start(folder)) {
            HttpResponse<byte[]> response = next.bytes("/api/v1/models/" + MODEL.sha256() + "/weights.safetensors");
            assertThat(response.body()).isEqualTo(MODEL.toBytes());
        }
    }

    @Test
    void damagedFileInTheFolderIsLeftOut() throws IOException {
        upload(MODEL.toBytes());
        Files.writeString(folder.resolve("models").resolve("0".repeat(64) + ".safetensors"), "damaged");
        server.close();

        try (TestServer next = TestServer.start(folder)) {
            JsonObject list = TestServer.json(next.get("/api/v1/models"));
            assertThat(list.get("models").asArray()).hasSize(1);
        }
    }

    @Test
    void whatIsNoModelIsRefusedWithTheReason() {
        HttpResponse<String> response = upload(new byte[] {1, 2, 3});

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestServer.error(response)).startsWith("Safetensors: ");
        assertThat(list()).isEmpty();
    }

    @Test
    void weightsThatDoNotFitAreRefusedWithTheReason() {
        NetworkSpec other = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(4, Activation.TANH)));
        SavedModel misfit = new SavedModel(other, Optional.empty(), Optional.empty(), MODEL.weights());

        HttpResponse<String> response = upload(misfit.toBytes());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestServer.error(response))
                .isEqualTo("Weights \"fc1.weight\": expected shape [4, 1] but was [2, 3]");
    }

    @Test
    void bodyIsBoundedEvenIfItsLengthIsNotSaid() {
        byte[] tooLong = new byte[60_000];

        HttpResponse<String> said = upload(tooLong);
        HttpResponse<String> unsaid =
                server.post("/api/v1/models", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)));

        for (HttpResponse<String> response : List.of(said, unsaid)) {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(TestServer.error(response))
                    .isEqualTo("Body: expected at most 40,000 bytes but was longer; send less");
        }
    }

    @Test
    void unknownModelIsAnError() {
        HttpResponse<String> response = server.get("/api/v1/models/xyz/weights.safetensors");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestServer.error(response))
                .isEqualTo("Model: expected one that /api/v1/models lists but was \"xyz\"");
    }

    private HttpResponse<String> upload(byte[] file) {
        return server.post("/api/v1/models", BodyPublishers.ofByteArray(file));
    }

    private List<String> list() {
        return TestServer.json(server.get("/api/v1/models")).get("models").asArray().values().stream()
                .map(model -> model.asObject().getString("sha256", ""))
                .toList();
    }

    private static SavedModel model(Activation activation) {
        NetworkSpec network = new NetworkSpec(Shape.of(3), List.of(new DenseSpec(2, activation)));
        return new SavedModel(
                network,
                Optional.empty(),
                Optional.empty(),
                Network.build(network, new HeapDevice(), 1, 1).weights());
    }
}
