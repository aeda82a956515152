package vn.loa.imports;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Draws the pictures of the sample content. They are in the repository; to draw them anew, run this class with the folder
 * {@code src/main/resources/sample-content}.
 */
final class SamplePictures {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final Color SKY = new Color(0xDCEBF5);
    private static final Color GROUND = new Color(0x9DB89A);
    private static final Color DARK = new Color(0x25364A);
    private static final Color BLUE = new Color(0x2F6DB5);
    private static final Color RED = new Color(0xC8352B);
    private static final Color YELLOW = new Color(0xF2B632);
    private static final Color GREEN = new Color(0x3C8D4E);
    private static final Color PAPER = new Color(0xFBF8EF);
    private static final Color GREY = new Color(0x9AA5B1);
    private static final Color WOOD = new Color(0xA9743F);
    private static final Color[] PALETTE = {SKY, GROUND, DARK, BLUE, RED, YELLOW, GREEN, PAPER, GREY, WOOD};

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette());
    private final Graphics2D pen = image.createGraphics();

    private SamplePictures() {
        box(SKY, 0, 0, WIDTH, HEIGHT);
    }

    /** @param folders one: where the pictures go */
    public static void main(String[] folders) throws IOException {
        String folder = folders[0] + "/";
        new SamplePictures().files().save(folder + "01-ho-so.png");
        new SamplePictures().computer().save(folder + "02-may-tinh.png");
        new SamplePictures().book().save(folder + "03-sach-luat.png");
        new SamplePictures().crossing().save(folder + "04-vach-qua-duong.png");
        new SamplePictures().contest().save(folder + "05-hoi-thi.png");
        new SamplePictures().extinguisher().save(folder + "06-binh-chua-chay.png");
    }

    private void save(String file) throws IOException {
        pen.dispose();
        ImageIO.write(image, "png", new File(file));
    }

    private SamplePictures files() {
        box(WOOD, 0, 700, WIDTH, 200);
        Color[] backs = {BLUE, RED, GREEN, YELLOW, BLUE, GREEN, RED};
        for (int i = 0; i < backs.length; i++) {
            int top = 300 - i % 3 * 40;
            box(backs[i], 180 + i * 90, top, 80, 700 - top);
            box(PAPER, 195 + i * 90, top + 60, 50, 120);
        }
        box(DARK, 950, 300, 480, 310);
        box(PAPER, 975, 325, 430, 260);
        box(GREY, 1150, 610, 80, 90);
        box(DARK, 1050, 680, 280, 20);
        for (int i = 0; i < 5; i++) {
            box(i == 0 ? RED : GREY, 1010, 350 + i * 45, i == 0 ? 200 : 340 - i * 30, 18);
        }
        return this;
    }

    private SamplePictures computer() {
        box(GROUND, 0, 680, WIDTH, 220);
        house(120, 380, PAPER, RED);
        house(1230, 380, PAPER, BLUE);
        box(DARK, 560, 280, 480, 320);
        box(BLUE, 585, 305, 430, 270);
        box(GREY, 770, 600, 60, 80);
        box(DARK, 680, 670, 240, 20);
        pen.setColor(PAPER);
        pen.setStroke(new BasicStroke(22, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i < 4; i++) {
            pen.drawArc(800 - i * 55, 500 - i * 55, i * 110, i * 110, 45, 90);
        }
        pen.fillOval(780, 480, 40, 40);
        return this;
    }

    private SamplePictures book() {
        box(WOOD, 0, 720, WIDTH, 180);
        shape(RED, 250, 660, 800, 720, 1350, 660, 1350, 700, 800, 760, 250, 700);
        shape(PAPER, 270, 380, 800, 440, 800, 715, 270, 650);
        shape(PAPER, 1330, 380, 800, 440, 800, 715, 1330, 650);
        pen.setColor(GREY);
        pen.setStroke(new BasicStroke(10));
        for (int i = 0; i < 5; i++) {
            pen.drawLine(330, 430 + i * 45, 740, 478 + i * 45);
            pen.drawLine(1270, 430 + i * 45, 860, 478 + i * 45);
        }
        pen.setColor(DARK);
        pen.setStroke(new BasicStroke(14));
        pen.drawLine(800, 120, 800, 440);
        pen.drawLine(620, 170, 980, 170);
        for (int x : new int[] {620, 980}) {
            pen.drawLine(x, 170, x - 70, 290);
            pen.drawLine(x, 170, x + 70, 290);
            pen.setColor(YELLOW);
            pen.fillArc(x - 90, 240, 180, 100, 180, 180);
            pen.setColor(DARK);
        }
        return this;
    }

    private SamplePictures crossing() {
        house(150, 130, YELLOW, RED);
        house(430, 130, PAPER, BLUE);
        box(GROUND, 0, 430, WIDTH, 120);
        box(DARK, 0, 550, WIDTH, 350);
        for (int i = 0; i < 7; i++) {
            shape(PAPER, 480 + i * 110, 550, 540 + i * 110, 550, 440 + i * 150, 900, 350 + i * 150, 900);
        }
        box(GREY, 1330, 120, 24, 430);
        box(DARK, 1270, 90, 144, 330);
        dot(RED, 1342, 150);
        dot(GREY, 1342, 255);
        dot(GREEN, 1342, 360);
        child(860, 560, BLUE);
        child(980, 600, RED);
        return this;
    }

    private SamplePictures contest() {
        box(RED, 0, 700, WIDTH, 200);
        box(BLUE, 0, 0, WIDTH, 150);
        for (int i = 0; i < 8; i++) {
            shape(i % 2 == 0 ? YELLOW : PAPER, i * 200, 150, i * 200 + 200, 150, i * 200 + 100, 240);
        }
        for (int i = 0; i < 4; i++) {
            int x = 230 + i * 330;
            child(x + 60, 400, i % 2 == 0 ? BLUE : GREEN);
            box(WOOD, x - 70, 560, 260, 140);
            box(PAPER, x + 10, 590, 100, 60);
        }
        pen.setColor(YELLOW);
        pen.fillArc(740, 230, 120, 160, 180, 180);
        box(YELLOW, 790, 380, 20, 60);
        box(DARK, 755, 435, 90, 25);
        return this;
    }

    private SamplePictures extinguisher() {
        box(GROUND, 0, 720, WIDTH, 180);
        for (int i = 0; i < 4; i++) {
            house(60 + i * 380, 420, i % 2 == 0 ? PAPER : YELLOW, i % 2 == 0 ? BLUE : RED);
        }
        box(PAPER, 600, 110, 400, 650);
        pen.setColor(RED);
        pen.fillRoundRect(700, 270, 200, 460, 90, 90);
        box(DARK, 770, 200, 60, 80);
        box(DARK, 720, 180, 160, 28);
        box(PAPER, 720, 430, 160, 130);
        shape(YELLOW, 800, 445, 840, 540, 760, 540);
        pen.setColor(DARK);
        pen.setStroke(new BasicStroke(20));
        pen.drawArc(860, 195, 110, 330, 270, 180);
        return this;
    }

    private void house(int x, int y, Color wall, Color roof) {
        shape(roof, x - 30, y + 110, x + 125, y, x + 280, y + 110);
        box(wall, x, y + 110, 250, 190);
        box(DARK, x + 100, y + 190, 55, 110);
        box(BLUE, x + 25, y + 150, 50, 50);
        box(BLUE, x + 180, y + 150, 50, 50);
    }

    private void child(int x, int y, Color shirt) {
        dot(WOOD, x, y - 45);
        shape(shirt, x - 45, y, x + 45, y, x + 60, y + 130, x - 60, y + 130);
        box(PAPER, x - 35, y + 130, 26, 60);
        box(PAPER, x + 10, y + 130, 26, 60);
    }

    private void dot(Color colour, int x, int y) {
        pen.setColor(colour);
        pen.fillOval(x - 40, y - 40, 80, 80);
    }

    private void box(Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }

    /** @param corners x and y of each */
    private void shape(Color colour, int... corners) {
        Polygon polygon = new Polygon();
        for (int i = 0; i < corners.length; i += 2) {
            polygon.addPoint(corners[i], corners[i + 1]);
        }
        pen.setColor(colour);
        pen.fillPolygon(polygon);
    }

    private static IndexColorModel palette() {
        int[] colours = new int[16];
        for (int i = 0; i < PALETTE.length; i++) {
            colours[i] = PALETTE[i].getRGB();
        }
        return new IndexColorModel(4, 16, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }
}
